import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewId, SectionId } from '../../../shared/domain/ids'
import { CAMP_COLOURS, type Review } from '../../../shared/domain/review'
import { invoke, useWrite } from '../../api'
import { currentLanguage } from '../../i18n'
import { Button } from '../../ui/button'
import { CampMark } from '../../ui/camp-mark'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'
import { freeColour, type CampChoice } from './camps'
import styles from './transcript-screen.module.css'

export interface NewCampDialogProps {
  /** Where the camp goes; a new review is made where there is none. */
  readonly review: Review | null
  readonly camps: readonly CampChoice[]
  readonly onClose: () => void
  readonly onMade: (review: ReviewId, camp: SectionId) => void
}

export function NewCampDialog({ review, camps, onClose, onMade }: NewCampDialogProps) {
  const { t } = useTranslation('transcript')
  const [title, setTitle] = useState('')
  const [label, setLabel] = useState(() => nextLabel(camps))
  const [thesis, setThesis] = useState('')
  const [holder, setHolder] = useState('')
  const [colour, setColour] = useState(() => freeColour(camps))
  const createReview = useWrite('review.create')
  const addSection = useWrite('section.add')
  const isBusy = createReview.isPending || addSection.isPending
  const canMake = !isBusy && label.trim() !== '' && (review !== null || title.trim() !== '')

  const make = async () => {
    try {
      const into =
        review ?? (await createReview.mutateAsync({ title: title.trim(), language: currentLanguage(), starter: false }))
      const { sections } = review ? await invoke('review.get', { id: review.id }) : into
      const parent = sections.find(({ kind }) => kind === 'disagreement') ?? null
      const index = sections.filter(({ parentId }) => parentId === (parent?.id ?? null)).length
      const { id } = await addSection.mutateAsync({
        reviewId: into.id,
        parentId: parent?.id ?? null,
        index,
        kind: 'camp',
        camp: { label: label.trim(), thesis: thesis.trim(), holder: holder.trim(), colour },
      })
      onMade(into.id, id)
      onClose()
    } catch {
      // `useWrite` has told the user; what they typed stays.
    }
  }

  return (
    <Dialog
      title={t('newCamp.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      canClose={!isBusy}
      width="small"
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={!canMake} onPress={() => void make()}>
            {t('newCamp.make')}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (canMake) void make()
        }}
      >
        {review === null && (
          <TextField
            label={t('newCamp.review')}
            description={t('newCamp.reviewHint')}
            value={title}
            onChange={setTitle}
            autoFocus
          />
        )}
        <TextField label={t('newCamp.label')} value={label} onChange={setLabel} />
        <TextField label={t('newCamp.thesis')} value={thesis} onChange={setThesis} autoFocus={review !== null} />
        <TextField label={t('newCamp.holder')} value={holder} onChange={setHolder} />
        <div role="radiogroup" aria-label={t('newCamp.colour')} className={styles['colours']}>
          {Array.from({ length: CAMP_COLOURS }, (_, at) => at + 1).map((choice) => (
            <button
              key={choice}
              type="button"
              role="radio"
              aria-checked={choice === colour}
              aria-label={t('newCamp.colourNumber', { number: choice })}
              className={styles['colour']}
              onClick={() => setColour(choice)}
            >
              <CampMark colour={choice} />
            </button>
          ))}
        </div>
        <input type="submit" hidden />
      </form>
    </Dialog>
  )
}

/** The first letter that no camp has. */
function nextLabel(camps: readonly CampChoice[]): string {
  const taken = new Set(camps.map(({ label }) => label))
  return Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').find((letter) => !taken.has(letter)) ?? ''
}
