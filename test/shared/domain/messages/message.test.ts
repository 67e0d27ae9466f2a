import { expect, it } from 'vitest'
import { say, toEnglish, verbatim } from '../../../../shared/domain/messages/message'

it('tells a message in English, with its values in it', () => {
  expect(toEnglish(say('bytes-not-in-encoding', { encoding: 'big5' }))).toBe('some bytes are not in the encoding big5')
})

it('counts in singular and plural', () => {
  expect(toEnglish(say('hyphens-joined', { count: 1 }))).toBe('joined 1 word that was hyphenated at the end of a line')
  expect(toEnglish(say('hyphens-joined', { count: 0 }))).toBe(
    'joined 0 words that were hyphenated at the ends of lines',
  )
  expect(toEnglish(say('hyphens-joined', { count: 12 }))).toBe(
    'joined 12 words that were hyphenated at the ends of lines',
  )
})

it('tells a message inside another one, and lists numbers', () => {
  const place = say('place-line-more', { numbers: [3, 7, 12] })
  expect(toEnglish(say('noted-often', { note: say('cue-without-text'), count: 9, place }))).toBe(
    'left out a cue without text (9 times: lines 3, 7, 12 …)',
  )
})

it('never reads a value as a template', () => {
  const sample = 'costs {{count}} $t(verbatim) $& {{sample}}'
  expect(toEnglish(say('no-speech-page-edge', { count: 2, sample }))).toBe(
    `left out what is not speech: a header or footer on 2 pages, such as “${sample}”`,
  )
  expect(toEnglish(verbatim('{{text}} $1'))).toBe('{{text}} $1')
})
