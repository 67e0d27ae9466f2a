import { FileDown } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GivenFile, LocalFile } from '../../../shared/shell'
import { attempt } from '../../api'
import styles from './drop-target.module.css'
import { filesOf } from './dropped-files'

export interface DropTargetProps {
  readonly isDisabled: boolean
  readonly give: (files: readonly LocalFile[]) => Promise<readonly GivenFile[]>
  readonly onFiles: (files: readonly GivenFile[]) => void
  readonly children: ReactNode
}

/** Takes files that are dropped anywhere on the window. Drags that hold no files are left alone. */
export function DropTarget({ isDisabled, give, onFiles, children }: DropTargetProps) {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = isDisabled ? 'none' : 'copy'
      setOver(!isDisabled)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      // Otherwise the window would open the file in place of the app.
      event.preventDefault()
      setOver(false)
      const { dataTransfer } = event
      if (isDisabled || !dataTransfer) return
      const dropped = filesOf(dataTransfer)
      void attempt(async () => {
        const files = await give(await dropped)
        if (files.length > 0) onFiles(files)
      })
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [isDisabled, give, onFiles])

  return (
    <>
      {children}
      {isOver && (
        <div className={styles['overlay']}>
          <div className={styles['sheet']}>
            <FileDown aria-hidden />
            <p>{t('dropHere')}</p>
          </div>
        </div>
      )}
    </>
  )
}
