import type { Output, ParsedInput } from '../../../shared/contract'
import { carryOver } from '../../../shared/anchoring/carry-over'
import { prepareText } from '../../../shared/anchoring/prepare-text'
import { worstFirst, type CarriedPassage, type ReimportReport } from '../../../shared/domain/import-preview'
import type { Passage } from '../../../shared/domain/passage'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { announceChange, requireProject, type Session } from '../session'
import { act } from '../store/act'
import type { ProjectDatabase } from '../store/database'
import { carrySpans, listPassages } from '../store/passages'
import { carryRefused } from '../store/refused-suggestions'
import { getSource, replaceTranscript, updateSource } from '../store/sources'
import { getImportedFile, getText } from '../store/transcripts'
import { guessLanguage } from './guess-language'
import { unpackTranscript } from './packed-transcript'
import { runJob } from './run-job'
import { TranscriptReader } from './transcript-reader'
import type { Reading, TaskAnswer } from './worker-messages'

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
    const again = await readAgain(project, input, signal)
    if (signal.aborted || session.project !== project) throw cancelled()
    if (!again.reading.ok) throw AppError.from(again.reading.error)
    const { transcript: packed, sha256, carried } = again.reading.value
    const { format = null, encoding = null } = input
    act(project, ACTION, (db) => {
      const transcript = unpackTranscript(packed)
      const { file, language } = getSource(db, input.id)
      if (guessLanguage(getText(db, input.id)) === language)
        updateSource(db, input.id, { language: transcript.language })
      replaceTranscript(
        db,
        input.id,
        { ...transcript, chosen: { format, encoding }, file: { name: file, sha256, bytes: null } },
        { kind: 'reading', edits: null },
      )
      const prepared = prepareText(transcript.text)
      carryRefused(db, input.id, (spans) => carryOver(prepared, spans))
      again.passages.forEach(({ id }, index) => {
        carrySpans(
          db,
          id,
          carried[index]!.map(({ span }) => span),
        )
      })
    })
    announceChange(session, ACTION)
    return reportOf(again.reading.value, again.passages)
  })
}

/** Says what reading a source's kept file again would give. Stores nothing. */
export function previewReimport(session: Session, input: Input): Promise<Output<'source.previewReimport'>> {
  return runJob(session, input.job, async (signal) => {
    const project = requireProject(session)
    const { file, media } = getSource(project, input.id)
    const place = { name: file, within: null }
    const { reading, passages } = await readAgain(project, input, signal)
    if (!reading.ok) {
      const { code, text, adviceText } = reading.error
      return { preview: { kind: 'failed', ...place, code, text, adviceText }, report: null }
    }
    const preview = { ...reading.value.summary, ...place, media, duplicateOf: null }
    return { preview, report: reportOf(reading.value, passages) }
  })
}

interface ReadAgain {
  readonly reading: Reading<TaskAnswer<'carry'>>
  /** The source's passages, as they were carried over. */
  readonly passages: readonly Passage[]
}

/** Once more when the passages changed meanwhile: none may be missed. */
async function readAgain(project: ProjectDatabase, input: Input, signal: AbortSignal): Promise<ReadAgain> {
  const { id, format, encoding } = input
  const { name, bytes } = getImportedFile(project, id)
  const reader = new TranscriptReader()
  signal.addEventListener('abort', () => reader.close())
  try {
    for (;;) {
      const passages = listPassages(project, { sourceId: id })
      const spans = passages.map((passage) => passage.spans)
      const reading = await reader.run('carry', { file: { name, bytes, format, encoding }, passages: spans })
      if (signal.aborted) throw cancelled()
      const now = listPassages(project, { sourceId: id }).map((passage) => passage.spans)
      if (!reading.ok || JSON.stringify(now) === JSON.stringify(spans)) return { reading, passages }
    }
  } finally {
    reader.close()
  }
}

function reportOf({ summary, carried }: TaskAnswer<'carry'>, passages: readonly Passage[]): ReimportReport {
  const { format, encoding, turns, words, notes } = summary
  const report = passages.map(({ id, text }, index): CarriedPassage => ({
    passageId: id,
    text,
    spans: carried[index]!.map(({ outcome, span, found }) => ({ outcome, quote: span.quote, found })),
  }))
  return { format, encoding, turns, words, notes, passages: worstFirst(report) }
}

function cancelled(): AppError {
  return new AppError('cancelled', say('source-stopped'))
}
