import { GitMerge } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attempt, invoke } from '../../api'
import { Button } from '../../ui/button'
import { MergeDialog } from './merge-dialog'
import styles from './merge-dialog.module.css'

/** Says that a sync service left a copy of the project beside it, and offers to merge the two. */
export function CopiesBanner({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useTranslation('merge')
  const [copies, setCopies] = useState<readonly string[]>([])
  const [merging, setMerging] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    void attempt(() => invoke('copy.list', {})).then((found) => {
      if (isCurrent && found) setCopies(found)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  const dismiss = (name: string) => setCopies(copies.filter((copy) => copy !== name))

  const [copy] = copies
  if (copy === undefined) return null
  return (
    <>
      <div role="status" className={styles['banner']}>
        <GitMerge aria-hidden />
        <p>{t('found', { file: copy })}</p>
        <Button size="small" onPress={() => setMerging(copy)}>
          {t('compare')}
        </Button>
        <Button size="small" variant="quiet" onPress={() => dismiss(copy)}>
          {t('later')}
        </Button>
      </div>
      <MergeDialog
        copy={merging}
        readOnly={readOnly}
        onClose={() => setMerging(null)}
        onMerged={() => {
          if (merging !== null) dismiss(merging)
          setMerging(null)
        }}
      />
    </>
  )
}
