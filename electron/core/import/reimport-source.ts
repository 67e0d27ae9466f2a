import { carryOver, type CarriedSpan } from '../../../shared/anchoring/carry-over'
import { PreparedText } from '../../../shared/anchoring/prepare-text'
import type { Output, ParsedInput } from '../../../shared/contract'
import type { CarriedPassage, ReimportReport } from '../../../shared/domain/import-preview'
import type { PassageId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import { AppError } from '../../../shared/errors'
import { announceChange, requireProject, type Session } from '../session'
import { act } from '../store/act'
import { carrySpans, listPassages } from '../store/passages'
import { getSource, replaceTranscript } from '../store/sources'
import type { ReadableDatabase } from '../store/sql'
import { getImportedFile } from '../store/transcripts'
import { guessLanguage } from './guess-language'
import type { ReadFile } from './read-file'
import { runJob } from './run-job'
import { TranscriptReader, type Reading } from './transcript-reader'
import { previewTranscript } from './preview-transcript'

const ACTION = 'source.reimport'

type Input = ParsedInput<'source.reimport'>

/**
 * Reads a source's kept file again and points the source to what it gave: a new transcript beside the old one, so that
 * it can be undone. Speakers are matched by their labels, and each passage's spans are carried over. Title, date, tier
 * and names stay as the user has them; the language follows the text where it was only guessed. Throws what reading
 * throws.
 */
export function reimportSource(session: Session, input: Input): Promise<Output<'source.reimport'>> {
  return runJob(session, input.job, async (signal) => {
    const project = requireProject(session)
    const reading = await readAgain(project, input)
    if (!reading.ok) throw AppError.from(reading.error)
    if (signal.aborted || session.project !== project) throw cancelled()
    const { transcript, sha256 } = reading.value
    const carried = carryAll(listPassages(project, { sourceId: input.id }), transcript.text)
    act(project, ACTION, (db) => {
      const { format = null, encoding = null } = input
      const { file } = getSource(db, input.id)
      replaceTranscript(
        db,
        input.id,
        { ...transcript, chosen: { format, encoding }, file: { name: file, sha256, bytes: null } },
        (before) => (guessLanguage(before.text) === before.language ? transcript.language : before.language),
      )
      for (const { id, spans } of carried) {
        carrySpans(
          db,
          id,
          spans.map(({ span }) => span),
        )
      }
    })
    announceChange(session, ACTION)
    return reportOf(reading.value, carried)
  })
}

/** Says what reading a source's kept file again would give. Stores nothing. */
export function previewReimport(session: Session, input: Input): Promise<Output<'source.previewReimport'>> {
  return runJob(session, input.job, async () => {
    const project = requireProject(session)
    const { file, media } = getSource(project, input.id)
    const place = { name: file, within: null }
    const reading = await readAgain(project, input)
    if (!reading.ok) {
      const { code, message, advice } = reading.error
      return { preview: { kind: 'failed', ...place, code, message, advice }, report: null }
    }
    const { transcript } = reading.value
    const carried = carryAll(listPassages(project, { sourceId: input.id }), transcript.text)
    return {
      preview: { ...previewTranscript(transcript), ...place, media, duplicateOf: null },
      report: reportOf(reading.value, carried),
    }
  })
}

async function readAgain(db: ReadableDatabase, { id, format, encoding }: Input): Promise<Reading<ReadFile>> {
  const { name, bytes } = getImportedFile(db, id)
  const reader = new TranscriptReader()
  try {
    return await reader.read({ name, bytes, format, encoding })
  } finally {
    reader.close()
  }
}

interface Carried {
  readonly id: PassageId
  readonly text: string
  readonly spans: readonly CarriedSpan[]
}

function carryAll(passages: readonly Passage[], text: string): Carried[] {
  const prepared = new PreparedText(text)
  return passages.map((passage) => ({
    id: passage.id,
    text: passage.text,
    spans: carryOver(prepared, passage.spans),
  }))
}

const WORST_FIRST = ['lost', 'altered', 'moved', 'exact']

function reportOf({ transcript }: ReadFile, carried: readonly Carried[]): ReimportReport {
  const passages = carried.map(({ id, text, spans }): CarriedPassage => ({
    passageId: id,
    text,
    spans: spans.map(({ outcome, span, found }) => ({ outcome, quote: span.quote, found })),
  }))
  const rank = ({ spans }: CarriedPassage) => Math.min(...spans.map(({ outcome }) => WORST_FIRST.indexOf(outcome)))
  return {
    format: transcript.format,
    encoding: transcript.encoding,
    turns: transcript.turns.length,
    words: transcript.words,
    notes: transcript.notes,
    passages: passages.sort((a, b) => rank(a) - rank(b)),
  }
}

function cancelled(): AppError {
  return new AppError('cancelled', 'The source was not read again: it was cancelled')
}
