import { attempt, invoke, writer } from '../../../api'
import { translate } from '../../../i18n'
import { requestFocus } from '../../../ui/focus-request'
import { withUndoOffer } from '../../../undo-offer'
import type { Hint } from '../../../../shared/domain/hints'
import type { PassageId, ReviewId, SectionId, SpeakerId } from '../../../../shared/domain/ids'
import type { Passage } from '../../../../shared/domain/passage'
import { findTranslation } from '../../../../shared/domain/translation-state'
import { useRequests } from '../requests'
import type { PageTarget, ReviewViewId } from '../review-view'
import type { OpenReview } from '../use-review'
import { withoutElision } from './hint-groups'

/** What has to be asked before a hint can be mended. */
export type HintQuestion =
  | { readonly kind: 'name'; readonly passage: Passage; readonly speakerId: SpeakerId }
  | { readonly kind: 'quote'; readonly section: SectionId; readonly camp: SectionId; readonly label: string }

/** A button beside a hint. */
export interface HintAction {
  readonly id: 'board' | 'relate' | 'quote' | 'translate' | 'holds' | 'name' | 'putBack' | 'split'
  readonly run: () => void
}

export interface HintPlaces {
  readonly onView: (view: ReviewViewId) => void
  readonly onGoTo: (target: PageTarget) => void
  readonly onSelect: (id: PassageId) => void
  readonly onAsk: (question: HintQuestion) => void
}

const setSpans = writer('passage.setSpans')
const split = writer('passage.split')
const translatePassage = writer('passage.translate')
const writeDismissed = writer('review.dismissHint')

/** Where a hint is to be seen on the page. */
export function targetOf(open: OpenReview, { section, passage }: Hint): PageTarget | null {
  if (section === null) return null
  const block = open.review.sections
    .find(({ id }) => id === section)
    ?.blocks.find((one) => one.kind === 'quote' && one.passageId === passage)
  return block ? { block: block.id } : { section }
}

/** What mends a hint; nothing where the project cannot be changed. */
export function actionsFor(open: OpenReview, hint: Hint, places: HintPlaces): HintAction[] {
  if (open.readOnly) return []
  const { review, passagesById } = open
  const passage = hint.passage === null ? undefined : passagesById.get(hint.passage)
  const showBoard = (query: string): HintAction => ({
    id: 'board',
    run: () => {
      useRequests.setState({ boardQuery: query })
      places.onView('board')
    },
  })
  const showTranslation = (id: PassageId): HintAction => ({
    id: 'translate',
    run: () => {
      useRequests.setState({ translate: id })
      places.onView('translations')
    },
  })
  switch (hint.code) {
    case 'camp-one-speaker':
      return [showBoard('')]
    case 'speaker-two-camps':
      return [showBoard(String(hint.params['speaker']))]
    case 'camp-without-dissent': {
      const quote = review.sections.find(({ id }) => id === hint.section)?.blocks.find(({ kind }) => kind === 'quote')
      const id = quote?.kind === 'quote' ? quote.passageId : null
      if (id === null) return []
      return [
        {
          id: 'relate',
          run: () => {
            places.onSelect(id)
            requestFocus('passage.relation')
          },
        },
      ]
    }
    case 'consensus-missing-camp': {
      const { section, camp } = hint
      if (section === null || camp === undefined) return []
      const label = String(hint.params['camp'])
      return [{ id: 'quote', run: () => places.onAsk({ kind: 'quote', section, camp, label }) }]
    }
    case 'quote-untranslated':
    case 'glossary-departure':
      return passage ? [showTranslation(passage.id)] : []
    case 'translation-stale': {
      const translation = passage && findTranslation(passage, review.language)
      if (!translation) return []
      const { language, text } = translation
      const holds = () =>
        void translatePassage({ id: passage.id, language, text, state: 'done' }).catch(() => undefined)
      return [{ id: 'holds', run: holds }, showTranslation(passage.id)]
    }
    case 'speaker-unnamed': {
      const speakerId = passage?.speakerId ?? null
      if (!passage || speakerId === null) return []
      return [{ id: 'name', run: () => places.onAsk({ kind: 'name', passage, speakerId }) }]
    }
    case 'elision-cuts-negation': {
      if (!passage) return []
      const spans = withoutElision(passage.spans, Number(hint.params['at']))
      const putBack = () =>
        void withUndoOffer(translate('debate:hints.done.putBack'), () => setSpans({ id: passage.id, spans }))
      return [{ id: 'putBack', run: putBack }]
    }
    case 'elision-crosses-speakers': {
      const at = passage?.spans[Number(hint.params['at'])]?.start
      if (!passage || at === undefined) return []
      const cut = () => void withUndoOffer(translate('debate:hints.done.split'), () => split({ id: passage.id, at }))
      return [{ id: 'split', run: cut }]
    }
  }
}

/** Dismisses a hint, or brings one back that was dismissed. */
export function setDismissed(id: ReviewId, { key, dismissed }: Hint): void {
  void writeDismissed({ id, key, dismissed: !dismissed }).catch(() => undefined)
}

/** Gives a speaker a name, in the source and in every quote of theirs. */
export function nameSpeaker(open: OpenReview, { passage, speakerId }: HintQuestion & { kind: 'name' }, name: string) {
  const speaker = open.sources.get(passage.sourceId)?.speakers.find(({ id }) => id === speakerId)
  const speakers = [{ id: speakerId, name, affiliation: speaker?.affiliation ?? null }]
  return attempt(() => invoke('source.update', { id: passage.sourceId, speakers }))
}
