import { describe, expect, it } from 'vitest'
import { chooseLabels, looksLikeName } from '../../../electron/core/import/speaker-labels'

describe('looksLikeName', () => {
  it.each([
    'Ana Li',
    'Ana Li, CEO',
    'Q',
    'THE COURT',
    'SPEAKER_00',
    'Speaker 12',
    'Ludwig van Beethoven',
    'Dr. Ruiz',
    '唐鳳',
    'Shaun Apps（SA）',
    "O'Brien",
    'CDR (EAGLE)',
  ])('takes %s', (label) => expect(looksLikeName(label)).toBe(true))

  it.each(['Note', 'here is the thing', 'He asked me why. Then', 'Chapter 3', 'http', '', '标题', 'see https://x'])(
    'does not take %s',
    (label) => expect(looksLikeName(label)).toBe(false),
  )
})

describe('chooseLabels', () => {
  it('takes names that come back, and full names that stand once beside them', () => {
    const labels = ['Bekah Weigel', 'Dan', 'Bekah', 'Dan', 'Bekah', 'the thing']
    expect([...chooseLabels(labels, 60)].sort()).toEqual(['Bekah', 'Bekah Weigel', 'Dan'])
  })

  it('takes any label where every cue has one', () => {
    const labels = Array.from({ length: 24 }, (_, index) => ['loaf', 'bond.credit', 'Mairon | 4Mica'][index % 3]!)
    expect(chooseLabels([...labels, 'guest x'], 25).size).toBe(4)
  })

  it('takes none where colons are prose', () => {
    expect(chooseLabels(['Note', 'Step', 'Step', 'the result was'], 40).size).toBe(0)
    expect(chooseLabels(['Paris'], 300).size).toBe(0)
  })

  it('trusts the names that a file lists', () => {
    expect([...chooseLabels(['ana', 'ana', 'ana', 'bo'], 30, new Set(['ana', 'bo']))]).toEqual(['ana', 'bo'])
  })
})
