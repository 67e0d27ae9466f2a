import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '..', '..', 'renderer')

/** Where an error's English is taken, which `describeError` tells in the interface's language. */
function englishIn(source: string): string[] {
  const taken = /\b\w*[eE]rror\)?[?!]?\.(?:message|advice)\b|\{[^{}]*\b(?:message|advice)\b[^{}]*\} = \w*[eE]rror\b/g
  return [...source.matchAll(taken)].map(([text]) => text)
}

it('finds where the English of an error would be shown', () => {
  expect(englishIn('<p>{error.message}</p>')).toEqual(['error.message'])
  expect(englishIn('title={list.error?.advice}')).toEqual(['error?.advice'])
  expect(englishIn('const { code, message } = readError')).toEqual(['{ code, message } = readError'])
  expect(englishIn('describeError(error).detail')).toEqual([])
})

it('no window shows an error in English alone', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((file) =>
    englishIn(readFileSync(join(renderer, file), 'utf8')).map((text) => `${file}: ${text}`),
  )
  expect(found).toEqual([])
})
