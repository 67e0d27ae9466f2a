import { describe, expect, it } from 'vitest'
import { splitPage } from '../../../renderer/features/review/preview-parts'

describe('the parts of a page', () => {
  it('begin at headings, not at what only looks like one in code', () => {
    const page = '# Page\n\ntext\n\n## One\n\n```\n\n# no heading\n```\n\n### Two\n'
    expect(splitPage(page)).toEqual(['# Page\n\ntext\n', '## One\n\n```\n\n# no heading\n```\n', '### Two\n'])
    expect(splitPage(page).join('\n')).toBe(page)
  })

  it('begin at a quote where a section is long', () => {
    const quote = `> "${'said '.repeat(400)}"\n>\n> Somebody\n`
    const page = `## Camp A\n\n${Array.from({ length: 20 }, () => quote).join('\n')}`
    const parts = splitPage(page)
    expect(parts.length).toBeGreaterThan(3)
    expect(parts.every((part) => part.length < 10_000)).toBe(true)
    expect(parts.join('\n')).toBe(page)
  })
})
