import { Lightbulb } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api'
import { formatNumber } from '../../../i18n'
import { campsOf } from '../../../../shared/domain/review'
import { PassagePicker } from '../picker/passage-picker'
import type { OpenReview } from '../use-review'
import { HintsList } from './hints-list'
import styles from './hints.module.css'
import { NameSpeakerDialog } from './name-speaker-dialog'
import type { HintPlaces, HintQuestion } from './use-hint-actions'

export interface HintsButtonProps extends Omit<HintPlaces, 'onAsk'> {
  readonly open: OpenReview
}

/** How many things are worth a second look; pressed, which, and what mends them. Without any it is not there. */
export function HintsButton({ open, ...places }: HintsButtonProps) {
  const { t } = useTranslation('debate')
  const [question, setQuestion] = useState<HintQuestion | null>(null)
  const [isOpen, setOpen] = useState(false)
  const all = useRead('review.hints', { id: open.review.id }, { keepPrevious: true }).data ?? []
  const hints = all.filter(({ dismissed }) => !dismissed)
  const dismissed = all.length - hints.length
  const isOf = question?.kind === 'quote' ? question : null
  const choices = useMemo(
    () => (isOf ? open.passages.filter(({ camps }) => camps.includes(isOf.camp)) : []),
    [isOf, open.passages],
  )
  const close = () => setOpen(false)
  const count = { count: hints.length, number: formatNumber(hints.length) }
  const name = hints.length > 0 ? t('hints.open', count) : t('hints.noneOpen', { count: dismissed })
  return (
    <>
      {all.length > 0 && (
        <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
          <AriaButton className={styles['button'] ?? ''} aria-label={name}>
            <Lightbulb aria-hidden />
            {hints.length > 0 && count.number}
          </AriaButton>
          <Popover className={styles['popover'] ?? ''} placement="bottom end" offset={4}>
            <Dialog aria-label={t('hints.title')} className={styles['dialog'] ?? ''}>
              <HintsList
                open={open}
                hints={all}
                onView={(view) => {
                  close()
                  places.onView(view)
                }}
                onGoTo={(target) => {
                  close()
                  places.onGoTo(target)
                }}
                onSelect={(id) => {
                  close()
                  places.onSelect(id)
                }}
                onAsk={(asked) => {
                  close()
                  setQuestion(asked)
                }}
              />
            </Dialog>
          </Popover>
        </DialogTrigger>
      )}
      {question?.kind === 'name' && (
        <NameSpeakerDialog open={open} question={question} onClose={() => setQuestion(null)} />
      )}
      {isOf && (
        <PassagePicker
          title={t('hints.chooseQuote', {
            camp: campsOf(open.review).find(({ id }) => id === isOf.camp)?.camp.label || isOf.label,
          })}
          open={open}
          passages={choices}
          onClose={() => setQuestion(null)}
          onChoose={(passage) => {
            const section = open.review.sections.find(({ id }) => id === isOf.section)
            if (section) {
              void open.actions
                .placePassage({ sectionId: section.id, index: section.blocks.length }, passage)
                .then((block) => block && places.onGoTo({ block }))
            }
          }}
        />
      )}
    </>
  )
}
