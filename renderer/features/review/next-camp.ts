import { CAMP_COLOURS, type Camp, type Section } from '../../../shared/domain/review'

/** A new camp: the letter after the last one in use (`C`, or `Camp C` where the others are called so), in a free colour. */
export function nextCamp(sections: readonly Section[]): Camp {
  const camps = sections.flatMap((section) => (section.camp ? [{ kind: section.kind, ...section.camp }] : []))
  const named = camps
    .filter((camp) => camp.kind === 'camp')
    .map((camp) => /^(.*?)([A-Z])$/su.exec(camp.label.trim()))
    .filter((match) => match !== null)
  const prefix = named.at(-1)?.[1] ?? ''
  const used = new Set(named.map((match) => match[2]))
  const letter = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').find((each) => !used.has(each)) ?? ''
  const counts = Array.from({ length: CAMP_COLOURS }, (_, i) => camps.filter((camp) => camp.colour === i + 1).length)
  return { label: `${prefix}${letter}`, thesis: '', holder: '', colour: counts.indexOf(Math.min(...counts)) + 1 }
}
