import type { BundleSource } from '../../../shared/bundle'
import type { SpeakerId } from '../../../shared/domain/ids'
import type { Speaker } from '../../../shared/domain/source'
import { fold } from './match-source'

type BundleSpeaker = BundleSource['speakers'][number]

/** What a bundle says of a speaker, and who that is in the project: `null` for one to be added by hand. */
export interface SpeakerMatch {
  readonly wanted: BundleSpeaker
  readonly speaker: Speaker | null
}

/** A quote of the bundle in this source: whom it names, and who says it by the transcript. */
export interface SpokenQuote {
  /** `undefined` where the bundle leaves it to the transcript. */
  readonly named: string | null | undefined
  readonly spokenBy: SpeakerId | null
}

/** A label that names a voice rather than a person. */
const NAMELESS =
  /^(?:(?:speaker|spk|host|guest|interviewer|interviewee|unknown|说话人|主持人|嘉宾|发言人)[\s_-]*\w{0,3}|[a-z]\d?)$/iu

/**
 * Finds a source's speakers among those of the transcript: by label, by name, by part of the name (`Vinyals`), and, where
 * the transcript only numbers its voices, by who says all the quotes that the bundle gives to this person.
 */
export function matchSpeakers(
  wanted: readonly BundleSpeaker[],
  speakers: readonly Speaker[],
  quotes: readonly SpokenQuote[],
): SpeakerMatch[] {
  const taken = new Set<SpeakerId>()
  const matches = new Map<BundleSpeaker, Speaker>()
  const pass = (find: (one: BundleSpeaker, free: readonly Speaker[]) => Speaker | undefined) => {
    for (const one of wanted.filter((candidate) => !matches.has(candidate))) {
      const found = find(
        one,
        speakers.filter((speaker) => !taken.has(speaker.id)),
      )
      if (!found) continue
      matches.set(one, found)
      taken.add(found.id)
    }
  }
  pass((one, free) => (one.label ? free.find((speaker) => speaker.label === one.label) : undefined))
  pass((one, free) => free.find((speaker) => isNamed(speaker, one.name)))
  pass((one, free) => only(free.filter((speaker) => isPartOfName(speaker.label ?? speaker.name, one.name))))
  const left = wanted.filter((one) => !matches.has(one))
  pass((one, free) => {
    const own = quotes.filter(({ named }) =>
      named === undefined ? left.length === 1 : named && fold(named) === fold(one.name),
    )
    const voices = new Set(own.map((quote) => quote.spokenBy))
    const voice = voices.size === 1 ? free.find((speaker) => voices.has(speaker.id)) : undefined
    return voice && NAMELESS.test(voice.name) ? voice : undefined
  })
  return wanted.map((one) => ({ wanted: one, speaker: matches.get(one) ?? null }))
}

/** Whether a speaker goes by a name, or is called so in the transcript. */
export function isNamed(speaker: Speaker, name: string): boolean {
  return fold(speaker.name) === fold(name) || (speaker.label !== null && fold(speaker.label) === fold(name))
}

function isPartOfName(label: string, name: string): boolean {
  const words = fold(name).split(' ')
  const own = fold(label).split(' ')
  return own.every((word) => words.includes(word)) || words.every((word) => own.includes(word))
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}
