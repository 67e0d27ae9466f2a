import { create } from 'zustand'
import type { PassageId, ReviewId, SourceId } from '../shared/domain/ids'
import type { TextRange } from '../shared/domain/span'

export type Screen = 'library' | 'transcript' | 'review' | 'search'

/** Where the window is. The project's content is core's; this is what only this window knows. */
interface Navigation {
  readonly screen: Screen
  readonly sourceId: SourceId | null
  readonly reviewId: ReviewId | null
  /** How the review is looked at: `page`, or the id of another of its views. */
  readonly reviewView: string
  /** The selected passage: shown in the inspector, scrolled to in the page. */
  readonly passageId: PassageId | null
  /** The place in the transcript that was asked for, when it is not a passage. */
  readonly place: TextRange | null
  /** Grows with each request to bring the selected passage or the place into view, also when it was selected already. */
  readonly reveal: number
}

const START: Navigation = {
  screen: 'library',
  sourceId: null,
  reviewId: null,
  reviewView: 'page',
  passageId: null,
  place: null,
  reveal: 0,
}

export const useNavigation = create<Navigation>()(() => START)

export function goTo(screen: Screen): void {
  useNavigation.setState({ screen })
}

/** Opens a transcript, at a passage when one is given. */
export function openSource(sourceId: SourceId, passageId: PassageId | null = null): void {
  useNavigation.setState(({ reveal }) => ({
    screen: 'transcript',
    sourceId,
    passageId,
    place: null,
    reveal: reveal + 1,
  }))
}

/** Opens a transcript with a place in it selected. */
export function openPlace(sourceId: SourceId, place: TextRange): void {
  useNavigation.setState(({ reveal }) => ({
    screen: 'transcript',
    sourceId,
    passageId: null,
    place,
    reveal: reveal + 1,
  }))
}

/** Opens a review's page, at a passage when one is given. */
export function openReview(reviewId: ReviewId, passageId: PassageId | null = null): void {
  useNavigation.setState(({ reveal }) => ({
    screen: 'review',
    reviewId,
    reviewView: 'page',
    passageId,
    reveal: reveal + 1,
  }))
}

export function chooseReviewView(reviewView: string): void {
  useNavigation.setState({ reviewView })
}

/** Names the review that passages are put into, without leaving the screen. */
export function chooseReview(reviewId: ReviewId | null): void {
  useNavigation.setState({ reviewId })
}

export function selectPassage(passageId: PassageId | null): void {
  useNavigation.setState({ passageId })
}

/** Forgets everything, for another project. */
export function resetNavigation(): void {
  useNavigation.setState(START)
}
