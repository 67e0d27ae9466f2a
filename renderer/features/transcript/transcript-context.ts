import type { TFunction } from 'i18next'
import { createContext, useContext } from 'react'
import type { PassageId, SpeakerId } from '../../../shared/domain/ids'
import type { Source, Speaker } from '../../../shared/domain/source'
import type { Turn } from '../../../shared/domain/turn'
import type { Corrections } from './correction/corrections'
import type { CorrectableEditor } from './correction/with-corrections'
import type { TranscriptView } from './document/transcript-view'
import type { SpanEdges } from './edges/span-edges'
import type { Player } from './player/player'
import type { Drawings } from './passages/drawing'

/** What is said of each turn. */
export interface TurnLabels {
  readonly turn: (number: string) => string
  readonly time: (time: string) => string
  readonly play: (time: string) => string
}

/** What every piece of one transcript's page knows. It changes with the source's facts, not with passages and camps. */
export interface TranscriptContextValue {
  readonly source: Source
  readonly turns: readonly Turn[]
  readonly speakers: ReadonlyMap<SpeakerId, Speaker>
  readonly view: TranscriptView
  readonly drawings: Drawings
  /** Those of the selected passage. */
  readonly edges: SpanEdges
  readonly editor: CorrectableEditor
  readonly corrections: Corrections
  /** Translates, for what is mounted by the dozen with each step of the scrollbar. */
  readonly t: TFunction<'transcript'>
  readonly labels: TurnLabels
  /** `null` where the source has no recording that can be played. */
  readonly player: Player | null
  readonly onPassagePress: (id: PassageId) => void
}

export const TranscriptContext = createContext<TranscriptContextValue | null>(null)

/** Gives the label of a camp colour in the current review; of 0, that of no camp. Few pieces show one. */
export const CampLabelContext = createContext<(colour: number) => string>(String)

export function useTranscript(): TranscriptContextValue {
  const value = useContext(TranscriptContext)
  if (!value) throw new Error('used outside of a transcript')
  return value
}
