import { describe, expect, it } from 'vitest'
import { excerptOf } from '../../../../renderer/features/library/import/excerpt'

const turn = (text: string, speaker: string | null = null) => ({ speaker, startTime: null, text })

describe('the text by which an encoding is judged', () => {
  it('is the beginning where letters beyond ASCII are near', () => {
    expect(excerptOf([turn('Café is open.', 'Zoë'), turn('Naïve, I said.', 'Ann')])).toBe(
      'Zoë: Café is open.\nAnn: Naïve, I said.',
    )
  })

  it('is the place of the first letter beyond ASCII, from the beginning of a word', () => {
    const text = `${'plain words '.repeat(20)}and then a café, at last`
    const excerpt = excerptOf([turn(text)])
    expect(excerpt).toBe('plain words plain words and then a café, at last')
  })

  it('is cut where there is more', () => {
    const excerpt = excerptOf([turn('é'.repeat(500))])
    expect(excerpt).toHaveLength(161)
    expect(excerpt.endsWith('é…')).toBe(true)
  })

  it('is the beginning where there is nothing else than ASCII', () => {
    expect(excerptOf([turn('Good evening.')])).toBe('Good evening.')
  })
})
