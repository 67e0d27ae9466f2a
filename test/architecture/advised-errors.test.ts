import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** What only a program hears that calls as no window of ours does, or what nobody is shown. */
const FOR_PROGRAMS =
  /'(?:cancelled|unknown-method)'|'(?:not-for-windows|only-our-window|call-not-taken|call-not-json|file-nameless|page-asks-itself|core-is-closing|project-unnamed)'|say\(code\)/

/** The calls in a source that make an error without saying what to do about it. */
function unadvised(source: string): string[] {
  return [...source.matchAll(/new AppError\(/g)]
    .map(({ index }) => callAt(source, index))
    .filter((call) => !/\badvice\b/.test(call) && !FOR_PROGRAMS.test(call))
}

/** A call with its arguments, to the bracket that closes it. */
function callAt(source: string, start: number): string {
  let depth = 0
  for (let at = source.indexOf('(', start); at < source.length; at += 1) {
    if (source[at] === '(') depth += 1
    else if (source[at] === ')') depth -= 1
    if (depth === 0) return source.slice(start, at + 1)
  }
  return source.slice(start)
}

it('finds an error that does not say what to do', () => {
  const bad = `throw new AppError('not-found', say('no-turn', { id: one(2) }))`
  const good = `new AppError('not-found', say('no-turn'), { advice: say('choose-passage') })`
  expect(unadvised(`${good}; ${bad}`)).toEqual([bad.slice('throw '.length)])
})

it('every error that a person can meet says what to do about it', () => {
  const files = ['electron', 'shared', 'renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  )
  expect(files.length).toBeGreaterThan(300)
  const found = files.flatMap((file) =>
    unadvised(readFileSync(join(root, file), 'utf8'))
      .filter((call) => !call.includes('data.code'))
      .map((call) => `${file}: ${call}`),
  )
  expect(found).toEqual([])
})
