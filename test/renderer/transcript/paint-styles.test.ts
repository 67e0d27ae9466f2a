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
    const names = [...rules.matchAll(/::highlight\(([\w-]+)\)/g)].map((match) => match[1])
    expect(names.filter((name) => /^passage-\d-\d$/.test(name!))).toHaveLength((CAMP_COLOURS + 1) * LANES)
    expect(names).toContain('passage-selected-8')
    expect(new Set(names).size).toBe(names.length)
  })

  it('tell camps apart without hue: no two have the same line', () => {
    const lines = [...rules.matchAll(/passage-[1-8]-0\)[^}]*underline (\w+ \w+)/g)].map((match) => match[1])
    expect(lines).toHaveLength(CAMP_COLOURS)
    expect(new Set(lines).size).toBe(CAMP_COLOURS)
  })
})
