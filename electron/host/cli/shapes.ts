import { attributionOf } from '../../../shared/domain/attribution'
import type { Passage } from '../../../shared/domain/passage'
import type { Source } from '../../../shared/domain/source'
import type { Verification } from '../../../shared/domain/verification'

/** A source as `--json` gives it. */
export function sourceShape(source: Source): object {
  const { id, title, file, format, encoding, language, tier, turns, cues, words, firstTime, lastTime, sha256 } = source
  const speakers = source.speakers.map(({ name, affiliation }) => ({ name, affiliation }))
  return {
    id,
    title,
    file,
    format,
    encoding,
    language,
    tier,
    turns,
    cues,
    words,
    speakers,
    firstTime,
    lastTime,
    sha256,
  }
}

/** A passage as `--json` gives it. */
export function passageShape(passage: Passage, source: Source): object {
  const speaker = source.speakers.find(({ id }) => id === passage.speakerId) ?? null
  return {
    id: passage.id,
    source: source.id,
    spans: passage.spans.map(({ start, end, quote }) => ({ start, end, text: quote })),
    text: passage.text,
    speaker: speaker?.name ?? null,
    attribution: passage.attributed ? attributionOf(speaker, source.title) : null,
    translations: passage.translations.map(({ language, text, state }) => ({ language, text, state })),
    tags: passage.tags,
    note: passage.note,
  }
}

/** A verification as `--json` gives it: `source` is an id in a project, a file name in a draft. */
export function verificationShape({ quotes, summary }: Verification): object {
  return {
    quotes: quotes.map((quote) => ({
      id: quote.id,
      source: quote.sourceId ?? quote.source,
      text: quote.text,
      status: quote.status,
      fragments: quote.fragments.map(({ text, status, start, end }) => ({ text, status, start, end })),
      speaker: quote.speaker,
      expected: quote.expected,
      line: quote.line,
    })),
    summary,
  }
}
