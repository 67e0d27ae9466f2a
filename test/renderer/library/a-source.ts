import type { SourceId, SpeakerId } from '../../../shared/domain/ids'
import type { Source } from '../../../shared/domain/source'

/** A source as core lists it. */
export function aListedSource(given: Partial<Omit<Source, 'id'>> & { readonly id?: string } = {}): Source {
  return {
    title: 'An interview',
    file: 'interview.vtt',
    format: 'vtt',
    encoding: 'utf-8',
    language: 'en',
    date: '2024-03-12',
    tier: 'core',
    turns: 12,
    cues: 40,
    words: 1200,
    firstTime: 0,
    lastTime: 600,
    sha256: '0'.repeat(64),
    speakers: [],
    media: null,
    passages: 0,
    importedAt: '2026-01-01T00:00:00Z',
    ...given,
    id: (given.id ?? 's1') as SourceId,
  }
}

export function aSpeaker(name: string, affiliation: string | null = null, turns = 1): Source['speakers'][number] {
  return { id: name.toLowerCase() as SpeakerId, label: name.toUpperCase(), name, affiliation, turns }
}
