import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassageId, SectionId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import type { Source } from '../../../shared/domain/source'
import type { TextRange } from '../../../shared/domain/span'
import { splitRanges } from '../../../shared/domain/split-ranges'
import { speakersIn, type Turn } from '../../../shared/domain/turn'
import { requestFocus } from '../../ui/focus-request'
import { showToast } from '../../ui/toast'
import { withUndoOffer } from '../../undo-offer'
import type { CampChoice } from './camps'
import type { TranscriptView } from './document/transcript-view'
import { spanAt } from './span-at'
import { useMarking } from './use-marking'

export interface PassageActionsInput {
  readonly source: Source
  readonly turns: readonly Turn[]
  readonly view: TranscriptView
  readonly camps: readonly CampChoice[]
  readonly selected: Passage | null
  readonly readOnly: boolean
  /** Draws a passage before the page is rendered with it. */
  readonly draw: (made: Passage) => void
  readonly select: (id: PassageId | null, here?: boolean) => void
}

/** What the user can do to passages on the transcript's page, each said aloud. */
export function usePassageActions(input: PassageActionsInput) {
  const { source, turns, view, camps, selected, readOnly, draw, select } = input
  const { t } = useTranslation('transcript')
  const marking = useMarking(source.id, view.document.text, draw)
  const [announcement, announce] = useState('')
  const lastMarked = useRef<TextRange>(undefined)
  const labelOf = (camp: SectionId | null) => camps.find(({ id }) => id === camp)?.label
  const nameOf = (id: Passage['speakerId']) =>
    source.speakers.find((each) => each.id === id)?.name ?? t('speaker.nobody')

  /** Says that a passage has more than one speaker, and to whom it will be attributed; '' when it has one. */
  const crossing = (ranges: readonly TextRange[], attributedTo?: Passage['speakerId']): string => {
    const heard = speakersIn(turns, ranges)
    if (heard.length < 2) return ''
    const names = heard.map(nameOf)
    return t('speaker.crosses', {
      names: names.slice(0, -1).join(t('speaker.comma')),
      last: names.at(-1),
      speaker: nameOf(attributedTo === undefined ? heard[0]! : attributedTo),
    })
  }

  const remove = async (passage: Passage) => {
    select(null)
    announce(t('deleted'))
    if (!(await withUndoOffer(t('deleted'), () => marking.remove(passage)))) announce(t('announce.failed'))
  }

  return {
    announcement,
    announce,
    crossing,
    async mark(ranges: readonly TextRange[], camp: SectionId | null, thenFocus?: string) {
      // A key that is held down marks the selection once.
      if (readOnly || ranges[0] === lastMarked.current) return
      lastMarked.current = ranges[0]
      let isLeft = false
      const leaveSelection = () => {
        if (isLeft) return
        isLeft = true
        view.focus()
        view.collapse()
        const label = labelOf(camp)
        const said = label === undefined ? t('announce.marked') : t('announce.markedIn', { camp: label })
        announce(sentences(said, crossing(ranges)))
      }
      const passage = await marking.mark(ranges, camp, leaveSelection)
      leaveSelection()
      if (!passage) return announce(t('announce.failed'))
      select(passage.id, true)
      // After the fields of the passage that was selected before have gone: they have the same names.
      if (thenFocus !== undefined) queueMicrotask(() => requestFocus(thenFocus))
    },
    async extend(added: TextRange) {
      if (!selected || readOnly) return
      view.focus()
      view.collapse()
      const ranges = [...selected.spans, added]
      announce(sentences(t('announce.extended'), crossing(ranges, selected.speakerId)))
      if (!(await marking.setSpans(selected, ranges))) announce(t('announce.failed'))
    },
    remove,
    /** Gives a passage the spans that its edges were moved to. */
    async reshape(passage: Passage, ranges: readonly TextRange[]) {
      announce(sentences(t('announce.reshaped'), crossing(ranges, passage.speakerId)))
      if (!(await marking.setSpans(passage, ranges))) announce(t('announce.failed'))
    },
    /** The last span takes the passage with it. */
    async removeSpan(passage: Passage) {
      const span = spanAt(passage.spans, view.selection?.focus)
      if (!span) {
        showToast({ kind: 'note', title: t('announce.whichSpan') })
        return
      }
      const rest = passage.spans.filter((each) => each !== span)
      if (rest.length === 0) {
        await remove(passage)
        return
      }
      announce(t('announce.spanRemoved'))
      const write = async () => {
        if (!(await marking.setSpans(passage, rest))) throw new Error('the span stays')
      }
      if (!(await withUndoOffer(t('announce.spanRemoved'), write))) announce(t('announce.failed'))
    },
    toggleCamp(passage: Passage, camp: SectionId) {
      const label = labelOf(camp) ?? ''
      announce(t(passage.camps.includes(camp) ? 'announce.takenOut' : 'announce.putInto', { camp: label }))
      void marking.toggleCamp(passage, camp)
    },
    async split(passage: Passage, at: number) {
      const halves = splitRanges(view.document.text, passage.spans, at)
      if (!halves) {
        showToast({ kind: 'note', title: t('announce.cannotSplit') })
        return
      }
      const stale = passage.translations.length > 0 ? t('announce.splitStale') : ''
      announce(sentences(t('announce.split'), stale))
      select(passage.id, true)
      const done = await withUndoOffer(t('announce.split'), () => marking.split(passage, at, halves), stale)
      if (!done) announce(t('announce.failed'))
    },
    async join(passages: readonly Passage[]) {
      const [first] = passages
      if (!first || readOnly) return
      view.focus()
      view.collapse()
      const stale = passages.some(({ translations }) => translations.length > 0) ? t('announce.joinStale') : ''
      const said = t('announce.joined', { count: passages.length })
      announce(sentences(said, stale))
      select(first.id, true)
      const done = await withUndoOffer(said, () => marking.join(passages), stale)
      if (!done) announce(t('announce.failed'))
    },
    copy() {
      view.focus()
      // The only way to the clipboard that needs no permission; the editor's copy handler says what is copied.
      window.document.execCommand('copy')
      announce(t('announce.copied'))
    },
  }
}

function sentences(...said: readonly string[]): string {
  return said.filter((each) => each !== '').join('. ')
}
