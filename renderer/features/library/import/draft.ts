import { say, toEnglish } from '../../../../shared/domain/messages/message'
import type {
  ImportChoice,
  PreviewReport,
  ReadingChoice,
  TranscriptPreview,
  UnderstoodFile,
} from '../../../../shared/domain/import-preview'
import type { ImportOutcome } from '../../../../shared/domain/project'
import type { Source, Tier } from '../../../../shared/domain/source'
import type { GivenFile } from '../../../../shared/shell'
import { isLanguageTag } from '../source-facts'

export type GivenPreview = TranscriptPreview & { readonly file: GivenFile }

/** Who a label is, as fields hold it: nothing is `null`. */
export interface Person {
  readonly name: string
  readonly affiliation: string
}

/** What the user changed of what was understood; what is left out stays as it was understood. */
export interface Edits {
  readonly title?: string
  /** Empty: no date. */
  readonly date?: string
  readonly language?: string
  readonly tier?: Tier
  readonly media?: boolean
}

/** One file of an import until it is stored. */
export interface FileDraft {
  readonly file: GivenFile
  readonly preview: TranscriptPreview
  readonly reading: ReadingChoice
  /** The encodings that its bytes fit, where the user is to say which; else empty. */
  readonly candidates: readonly string[]
  readonly isIncluded: boolean
  /** Whether it is being looked at with other settings. */
  readonly isReading: boolean
  readonly edits: Edits
  /** Whom the user named, by label. */
  readonly people: ReadonlyMap<string, Person>
}

export type FileStatus = 'reading' | 'failed' | 'unanswered' | 'duplicate' | 'noted' | 'ready'

/** Files as they were found. What cannot be imported, or is there already, is left out. */
export function draftsOf(previews: readonly GivenPreview[]): FileDraft[] {
  const byToken = new Map(previews.map(({ file, ...preview }) => [file.token, { file, preview }]))
  return [...byToken.values()].map(({ file, preview }) => ({
    file,
    preview,
    reading: {},
    candidates: candidatesOf(preview),
    isIncluded: canInclude(preview),
    isReading: false,
    edits: {},
    people: new Map(),
  }))
}

/** A file after it was looked at with other settings: what the user entered stays. */
export function withPreview(draft: FileDraft, preview: TranscriptPreview): FileDraft {
  const wasPossible = canInclude(draft.preview)
  const isPossible = canInclude(preview)
  const candidates = candidatesOf(preview)
  return {
    ...draft,
    preview,
    isReading: false,
    isIncluded: isPossible && (draft.isIncluded || !wasPossible),
    candidates: candidates.length > 0 ? candidates : draft.candidates,
  }
}

function candidatesOf(preview: TranscriptPreview): readonly string[] {
  return preview.kind === 'understood' && preview.encodingUncertain ? preview.encodingCandidates : []
}

/** Whether an import would store the file: its bytes are understood and not in the library yet. */
export function canInclude(preview: TranscriptPreview): boolean {
  return preview.kind === 'understood' && preview.duplicateOf === null
}

/** Whether the user has yet to say in which encoding the file is. */
export function isUnanswered({ preview, reading }: FileDraft): boolean {
  return canInclude(preview) && candidatesOf(preview).length > 0 && reading.encoding === undefined
}

/** The file that is shown first: one that needs an answer, else one that will be imported. */
export function firstToShow(drafts: readonly FileDraft[]): string | null {
  const first = drafts.find(isUnanswered) ?? drafts.find(({ preview }) => canInclude(preview)) ?? drafts[0]
  return first?.file.token ?? null
}

export function statusOf(draft: FileDraft): FileStatus {
  const { preview, isReading } = draft
  if (isReading) return 'reading'
  if (preview.kind === 'failed') return 'failed'
  if (preview.duplicateOf !== null) return 'duplicate'
  if (isUnanswered(draft)) return 'unanswered'
  return preview.notes.length > 0 ? 'noted' : 'ready'
}

/** Why the files cannot be imported yet, and the first file it is about. */
export type Obstacle =
  | { readonly kind: 'nothing' | 'duplicates' }
  | { readonly kind: 'reading' | 'unanswered' | 'language'; readonly draft: FileDraft; readonly count: number }

export function obstacleOf(drafts: readonly FileDraft[]): Obstacle | null {
  const included = drafts.filter(({ isIncluded }) => isIncluded)
  const about = (kind: 'reading' | 'unanswered' | 'language', test: (draft: FileDraft) => boolean): Obstacle | null => {
    const found = included.filter(test)
    return found[0] ? { kind, draft: found[0], count: found.length } : null
  }
  const reading = drafts.filter(({ isReading }) => isReading)
  if (reading[0]) return { kind: 'reading', draft: reading[0], count: reading.length }
  if (included.length === 0) {
    const isKnown = ({ preview }: FileDraft) => preview.kind === 'understood' && preview.duplicateOf !== null
    return { kind: drafts.length > 0 && drafts.every(isKnown) ? 'duplicates' : 'nothing' }
  }
  return (
    about('unanswered', isUnanswered) ??
    about('language', ({ edits }) => edits.language !== undefined && !isLanguageTag(edits.language))
  )
}

/** What an import is asked to store. */
export function requestOf(drafts: readonly FileDraft[]): (GivenFile & ImportChoice)[] {
  return drafts
    .filter(({ isIncluded, preview }) => isIncluded && canInclude(preview))
    .map(({ file, preview, reading, edits, people }) => {
      const title = edits.title?.trim() ?? ''
      const speakers = speakersOf(preview as UnderstoodFile, people)
      return {
        ...file,
        ...reading,
        ...(title !== '' && { title }),
        ...(edits.date !== undefined && { date: edits.date === '' ? null : edits.date }),
        ...(edits.language !== undefined && { language: edits.language.trim() }),
        ...(edits.tier !== undefined && { tier: edits.tier }),
        ...(edits.media !== undefined && { media: edits.media }),
        ...(speakers.length > 0 && { speakers }),
      }
    })
}

function speakersOf({ speakers }: UnderstoodFile, people: FileDraft['people']) {
  return speakers.flatMap(({ label }) => {
    const person = people.get(label)
    if (!person) return []
    const name = person.name.trim() || label
    const affiliation = person.affiliation.trim() || null
    return name === label && affiliation === null ? [] : [{ label, name, affiliation }]
  })
}

/** What becomes of the files that an import is not asked for, because they cannot be stored. */
export function leftOutcomes(
  drafts: readonly FileDraft[],
  skipped: PreviewReport<unknown>['skipped'],
): ImportOutcome[] {
  return [
    ...drafts.flatMap(({ preview }): ImportOutcome[] => {
      const { name } = preview
      if (preview.kind === 'failed') {
        const { code, text, adviceText } = preview
        return [{ kind: 'failed', file: name, code, message: toEnglish(text), text, adviceText }]
      }
      if (preview.duplicateOf === null) return []
      return [{ kind: 'skipped', file: name, reason: say('skipped-present'), sourceId: preview.duplicateOf }]
    }),
    ...skipped.map(({ name, reason }) => ({ kind: 'skipped', file: name, reason, sourceId: null }) as const),
  ]
}

/** Who a label of a file is, as far as it is known. */
export function personOf({ people }: FileDraft, label: string): Person {
  return people.get(label) ?? { name: label, affiliation: '' }
}

export function withPerson(draft: FileDraft, label: string, person: Person): FileDraft {
  return { ...draft, people: new Map(draft.people).set(label, person) }
}

export function hasLabel({ preview }: FileDraft, label: string): boolean {
  return preview.kind === 'understood' && preview.speakers.some((speaker) => speaker.label === label)
}

/** Whether anything was entered that closing would lose. */
export function isEdited({ edits, people, reading }: FileDraft): boolean {
  return (
    Object.keys(edits).length > 0 || people.size > 0 || reading.format !== undefined || reading.encoding !== undefined
  )
}

/** Everybody with a name of their own, in the library and in the files being imported, with their latest affiliation. */
export function knownPeople(sources: readonly Source[], drafts: readonly FileDraft[]): ReadonlyMap<string, string> {
  const people = new Map<string, string>()
  const add = (name: string, affiliation: string) => {
    if (name !== '' && !isNumbered(name)) people.set(name, affiliation || (people.get(name) ?? ''))
  }
  const byDay = [...sources].sort((a, b) => (a.importedAt < b.importedAt ? -1 : a.importedAt > b.importedAt ? 1 : 0))
  for (const { speakers } of byDay) for (const { name, affiliation } of speakers) add(name, affiliation ?? '')
  for (const { preview } of drafts) {
    if (preview.kind === 'understood') for (const { label } of preview.speakers) add(label, '')
  }
  for (const { people: named } of drafts)
    for (const { name, affiliation } of named.values()) add(name.trim(), affiliation)
  return people
}

/** Whether a name is only a number that a program gave, such as `SPEAKER_00`. */
function isNumbered(name: string): boolean {
  return /^(?:speaker|spk|sprecher|locuteur|说话人|发言人)[\s_-]*(?:\d+|[a-z])$/iu.test(name)
}
