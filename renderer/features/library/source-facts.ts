import type { Input } from '../../../shared/contract'
import type { SpeakerId } from '../../../shared/domain/ids'
import type { Source, Speaker, Tier } from '../../../shared/domain/source'

/** A source's facts as fields hold them: nothing is `null`, and what is typed may be wrong. */
export interface FactsDraft {
  readonly title: string
  readonly date: string
  readonly language: string
  readonly tier: Tier
  readonly speakers: readonly { readonly id: SpeakerId; readonly name: string; readonly affiliation: string }[]
}

export function draftOf(source: Source): FactsDraft {
  return {
    title: source.title,
    date: source.date ?? '',
    language: source.language,
    tier: source.tier,
    speakers: source.speakers.map(({ id, name, affiliation }) => ({ id, name, affiliation: affiliation ?? '' })),
  }
}

/** The one write that makes a source what its draft says, of what was edited alone; `null` when nothing was. */
export function changeOf(source: Source, draft: FactsDraft): Input<'source.update'> | null {
  const title = draft.title.trim()
  const date = draft.date === '' ? null : draft.date
  const language = draft.language.trim()
  const speakers = editedSpeakers(source, draft)
  const changed = {
    ...(title !== source.title && { title }),
    ...(date !== source.date && { date }),
    ...(language !== source.language && { language }),
    ...(draft.tier !== source.tier && { tier: draft.tier }),
    ...(speakers.length > 0 && { speakers }),
  }
  return Object.keys(changed).length > 0 ? { id: source.id, ...changed } : null
}

function editedSpeakers(source: Source, draft: FactsDraft): Pick<Speaker, 'id' | 'name' | 'affiliation'>[] {
  return draft.speakers.flatMap((speaker) => {
    const before = source.speakers.find(({ id }) => id === speaker.id)
    const name = speaker.name.trim()
    const affiliation = speaker.affiliation.trim() === '' ? null : speaker.affiliation.trim()
    if (before && before.name === name && before.affiliation === affiliation) return []
    return [{ id: speaker.id, name, affiliation }]
  })
}

/** Whether text is a BCP 47 tag as core takes it. */
export function isLanguageTag(text: string): boolean {
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(text.trim())
}
