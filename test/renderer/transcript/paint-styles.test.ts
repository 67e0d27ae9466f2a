import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LANES, paintRules } from '../../../renderer/features/transcript/passages/paint-styles'
import { CAMP_COLOURS } from '../../../shared/domain/review'

const tokens = readFileSync(join(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8')
const token = (name: string) => new RegExp(`${name}:\\s*([^;]+);`).exec(tokens)?.[1] ?? ''
const rules = paintRules(token)

describe('the rules that draw passages', () => {
  it('hold values, no custom properties: the oldest Chromium we run in draws nothing with those', () => {
    expect(rules).not.toContain('var(')
    expect(rules).not.toMatch(/: ;|\( |undefined/)
  })

  it('draw each colour in each lane, and when selected', () => {
    const names = [...rules.slice(0, rules.indexOf('@media')).matchAll(/::highlight\(([\w-]+)\)/g)].map(
      (match) => match[1],
    )
    expect(names.filter((name) => /^passage-\d-\d$/.test(name!))).toHaveLength((CAMP_COLOURS + 1) * LANES)
    expect(names).toContain('passage-selected-8')
    expect(new Set(names).size).toBe(names.length)
  })

  it('keep kinds of line where somebody has colours of their own, and take no mark for what is selected', () => {
    const forced = rules.slice(rules.indexOf('@media (forced-colors: active)'))
    expect(forced).not.toMatch(/#|rgb|color-mix|text-decoration:|text-decoration-line/)
    const background = (name: string) => new RegExp(`\\(${name}\\) \\{\\s*background-color: (\\w+)`).exec(forced)?.[1]
    expect(['passage-1-0', 'passage-selected-1', 'find-hit', 'find-current'].map(background)).toEqual([
      'Canvas',
      'Mark',
      'Mark',
      'Highlight',
    ])
  })

  it('tell camps apart without hue: no two have the same line', () => {
    const lines = [...rules.matchAll(/passage-[1-8]-0\)[^}]*underline (\w+ \w+)/g)].map((match) => match[1])
    expect(lines).toHaveLength(CAMP_COLOURS)
    expect(new Set(lines).size).toBe(CAMP_COLOURS)
  })

  it.each(['light', 'dark'])('leave text readable under any number of passages, in the %s theme', (theme) => {
    const valueOf = (name: string) =>
      [...tokens.matchAll(new RegExp(`${name}:\\s*(#[\\da-f]{6});`, 'g'))][theme === 'light' ? 0 : 1]![1]!
    const painted = paintRules((name) => (/line/.test(name) ? 'solid' : valueOf(name)))
    const tintOf = (highlight: string) => {
      const rule = new RegExp(`\\(${highlight}\\)[^}]*in srgb, (#\\w+) (\\d+)%`).exec(painted)!
      return { colour: rule[1]!, share: Number(rule[2]) / 100 }
    }
    for (let colour = 1; colour <= CAMP_COLOURS; colour += 1) {
      const layers = [0, 1, 2].map((lane) => `passage-${colour}-${lane}`)
      const ground = [...layers, 'passage-deep', `passage-selected-${colour}`]
        .map(tintOf)
        .reduce(under, rgb(valueOf('--page')))
      expect(contrast(ground, rgb(valueOf('--ink')))).toBeGreaterThan(4.5)
    }
  })
})

type Rgb = readonly number[]

function rgb(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}

function under(ground: Rgb, { colour, share }: { readonly colour: string; readonly share: number }): Rgb {
  return rgb(colour).map((value, at) => value * share + ground[at]! * (1 - share))
}

/** Of WCAG 2.1. */
function contrast(a: Rgb, b: Rgb): number {
  const [darker, lighter] = [a, b].map(luminance).sort((x, y) => x - y) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
