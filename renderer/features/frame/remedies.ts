import type { ErrorCode, ErrorData, Recovery } from '../../../shared/errors'

/** What a button beside an error does; `errors:recovery` has its words. */
export const REMEDIES = [
  'retry',
  'openReadOnly',
  'takeOver',
  'openForWriting',
  'keepCopy',
  'chooseAnother',
  'chooseTranscripts',
  'diagnostics',
] as const
export type Remedy = (typeof REMEDIES)[number]

/** Why no button can do what has to be done about an error. */
interface NoRemedy {
  readonly because: string
}

/** What can be done about each error beyond the way out that it names itself: every code has its decision. */
export const DECISIONS: Readonly<Record<ErrorCode, readonly Remedy[] | NoRemedy>> = {
  'invalid-input': { because: 'something else has to be given where it was given' },
  'unknown-method': ['diagnostics'],
  'not-allowed': { because: 'it says where it may be done; what may be chosen instead is in the error' },
  'no-project': ['chooseAnother'],
  'read-only': ['keepCopy'],
  'not-found': { because: 'undo brings it back only while it was the last thing deleted' },
  cancelled: { because: 'the user did it, and nothing is shown' },
  internal: ['retry', 'diagnostics'],
  'core-stopped': ['retry'],
  disconnected: ['retry'],
  'project-exists': ['retry'],
  'project-missing': ['chooseAnother'],
  'project-foreign': ['chooseAnother'],
  'project-newer': ['chooseAnother'],
  'project-damaged': ['chooseAnother'],
  'project-replaced': ['keepCopy'],
  'project-locked': ['retry'],
  'project-unreadable': ['retry', 'keepCopy'],
  'disk-full': ['retry', 'keepCopy'],
  'file-missing': ['retry'],
  'file-unreadable': ['retry'],
  'file-too-large': { because: 'the file has to be split by the program that made it' },
  'file-unwritable': ['retry'],
  'too-complex': { because: 'the file has to be saved again by the program that made it' },
  'not-text': { because: 'the import has a field for the encoding beside the file' },
  'not-understood': { because: 'the import has a field for the format beside the file' },
  'no-turns': { because: 'the import has a field for the format beside the file' },
  'unknown-format': { because: 'the format has a field where it was named' },
  'unknown-encoding': { because: 'the encoding has a field where it was named' },
  'bundle-invalid': { because: 'the bundle has to be corrected where it was made' },
  'bundle-problems': { because: 'the bundle has to be corrected where it was made' },
  'span-invalid': { because: 'the words have to be selected again' },
  'move-invalid': { because: 'another place has to be chosen' },
  'not-verified': { because: 'the export sheet lists the quotes, each with what mends it' },
  'template-invalid': { because: 'the template has to be corrected where it was made, then chosen in its field' },
  'review-changed': { because: 'the page has to be read again, from its file' },
  'term-exists': { because: 'the term that is there stands in the same list' },
  'printer-missing': { because: 'another program has to be installed; HTML is in the same sheet' },
  'print-failed': ['retry'],
  'passage-placed': { because: 'the quote has to be taken off the page, or moved' },
  'revision-changed': { because: 'what is said now has to be read before it is corrected' },
  'correction-invalid': { because: 'the words have to be changed where they stand' },
}

/** What an error itself names as the way out. A damaged project has a dialog of its own. */
function namedBy(recovery: Recovery): readonly Remedy[] {
  switch (recovery.kind) {
    case 'retry':
      return ['retry']
    case 'open-read-only':
      return recovery.canTakeOver ? ['openReadOnly', 'takeOver'] : ['openReadOnly']
    case 'open-for-writing':
      return ['openForWriting']
    case 'keep-copy':
      return ['keepCopy']
    case 'choose-another':
      return ['chooseAnother']
    case 'choose-transcripts':
      return ['chooseTranscripts']
    case 'open-backup':
    case 'salvage':
    case 'none':
      return []
  }
}

/** What the window can do at the moment. */
export interface Means {
  readonly canRetry: boolean
  readonly hasProject: boolean
  /** In a browser no dialog opens projects: they are in the list. */
  readonly canChoose: boolean
}

/** More buttons than these are no help. */
const MOST = 2

/** The buttons beside an error, the best first. */
export function remediesOf(
  { code, recovery }: ErrorData,
  { canRetry, hasProject, canChoose }: Means,
): readonly Remedy[] {
  const decided = DECISIONS[code]
  const isPossible: Readonly<Partial<Record<Remedy, boolean>>> = {
    retry: canRetry,
    keepCopy: hasProject,
    chooseAnother: canChoose,
    chooseTranscripts: hasProject,
  }
  const all = [...namedBy(recovery), ...('because' in decided ? [] : decided)]
  return [...new Set(all)].filter((remedy) => isPossible[remedy] ?? true).slice(0, MOST)
}
