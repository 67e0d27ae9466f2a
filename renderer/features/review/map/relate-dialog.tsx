import { ArrowUpDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../api'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { Segmented } from '../../../ui/segmented'
import type { PassageId } from '../../../../shared/domain/ids'
import { RELATION_KINDS, type RelationKind } from '../../../../shared/domain/passage'
import { PassagePicker } from '../picker/passage-picker'
import { attributionFor } from '../speaker-of'
import type { OpenReview } from '../use-review'
import styles from './map.module.css'

interface RelateDialogProps {
  readonly open: OpenReview
  readonly from: PassageId | null
  readonly onClose: () => void
}

/** Relates two passages, which can be chosen in either order. */
export function RelateDialog({ open, from: first, onClose }: RelateDialogProps) {
  const { t } = useTranslation('debate')
  const [ends, setEnds] = useState<{ readonly from: PassageId | null; readonly to: PassageId | null }>({
    from: first,
    to: null,
  })
  const [kind, setKind] = useState<RelationKind>('contradicts')
  const [choosing, setChoosing] = useState<'from' | 'to' | null>(null)
  const add = useWrite('relation.add')
  const { from, to } = ends
  const isKnown = open.related.some(
    (relation) => relation.from === from && relation.to === to && relation.kind === kind,
  )
  const canAdd = from !== null && to !== null && from !== to && !isKnown
  const submit = async () => {
    if (from === null || to === null) return
    try {
      await add.mutateAsync({ from, to, kind })
      onClose()
    } catch {
      // `useWrite` has told the user; the choice stays open.
    }
  }
  const slot = (side: 'from' | 'to') => {
    const passage = ends[side] === null ? undefined : open.passagesById.get(ends[side])
    return (
      <div>
        <span className={styles['slotName']}>{t(`map.${side}`)}</span>
        <button type="button" className={styles['slot']} onClick={() => setChoosing(side)}>
          {passage ? (
            <>
              <span className={styles['cellText']} lang={open.sources.get(passage.sourceId)?.language}>
                {passage.text}
              </span>
              <span className={styles['who']}>{attributionFor(passage, open.sources)}</span>
            </>
          ) : (
            t('map.choose')
          )}
        </button>
      </div>
    )
  }
  return (
    <>
      <Dialog
        title={t('map.relate')}
        isOpen
        onClose={onClose}
        closeLabel={t('common:close')}
        actions={
          <>
            <Button onPress={onClose}>{t('common:cancel')}</Button>
            <Button variant="primary" isDisabled={!canAdd || add.isPending} onPress={() => void submit()}>
              {t('map.add')}
            </Button>
          </>
        }
      >
        <div className={styles['form']}>
          {slot('from')}
          <div className={styles['between']}>
            <Segmented
              label={t('map.kind')}
              value={kind}
              onChange={setKind}
              options={RELATION_KINDS.map((id) => ({ id, label: t(`map.kinds.${id}`) }))}
            />
            <Button
              size="small"
              variant="quiet"
              icon={<ArrowUpDown aria-hidden />}
              onPress={() => setEnds({ from: to, to: from })}
            >
              {t('map.swap')}
            </Button>
          </div>
          {slot('to')}
          <p role="status" className={styles['who']}>
            {from !== null && from === to ? t('map.itself') : isKnown ? t('map.known') : ''}
          </p>
        </div>
      </Dialog>
      {choosing && (
        <PassagePicker
          title={t(`map.chooseTitle.${choosing}`)}
          open={open}
          onChoose={(id) => setEnds({ ...ends, [choosing]: id })}
          onClose={() => setChoosing(null)}
        />
      )}
    </>
  )
}
