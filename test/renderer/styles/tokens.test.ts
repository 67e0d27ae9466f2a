import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CAMP_COLOURS } from '../../../shared/domain/review'

const css = readFileSync(join(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8')

/** A theme's colours by name, as `#rrggbb`. */
function colours(theme: 'light' | 'dark'): Map<string, string> {
  const block = css.slice(css.indexOf(`[data-theme='${theme}']`)).split('}')[0] ?? ''
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1]!, match[2]!]))
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const named = colours(theme)
  const ratio = (front: string, back: string) => contrast(named.get(front)!, named.get(back)!)
  const camps = Array.from({ length: CAMP_COLOURS }, (_, index) => `camp-${index + 1}`)
  const grounds = ['ground', 'page', 'raised', 'sunken', 'hover']

  it.each([
    ...['ink', 'ink-2', 'ink-3', 'accent', 'danger'].flatMap((ink) =>
      ['ground', 'page', 'raised'].map((back) => [ink, back]),
    ),
    ...['ink', 'ink-2'].flatMap((ink) => ['sunken', 'hover', 'accent-soft', 'selection'].map((back) => [ink, back])),
    ['on-accent', 'accent'],
    ['on-accent', 'accent-hover'],
    ['on-danger', 'danger'],
    ['accent', 'accent-soft'],
    ['danger', 'danger-soft'],
    ['warning', 'warning-soft'],
    ['success', 'success-soft'],
    ['ink', 'found'],
    ['on-found-now', 'found-now'],
    ...camps.flatMap((camp) => [
      [`${camp}-ink`, `${camp}-soft`],
      ['ink', `${camp}-soft`],
      [`${camp}-ink`, 'page'],
      [camp, 'page'],
    ]),
  ] as [string, string][])('has text that can be read: %s on %s', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['line-strong', 'focus', ...camps])('has edges and marks that can be seen: %s', (mark) => {
    for (const back of grounds.slice(0, 3)) expect(ratio(mark, back)).toBeGreaterThanOrEqual(3)
  })
})

it('has the same colours in both themes', () => {
  expect([...colours('dark').keys()].sort()).toEqual([...colours('light').keys()].sort())
})

it('underlines no two camps alike', () => {
  const lines = Array.from({ length: CAMP_COLOURS }, (_, index) => {
    const value = (name: string) => new RegExp(`--camp-${index + 1}-${name}: ([^;]+);`).exec(css)?.[1]
    return `${value('line')} ${value('line-width')}`
  })
  expect(new Set(lines).size).toBe(CAMP_COLOURS)
})
