import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../electron/core/import/decode-text'
import { sampleEncodings } from '../../../electron/core/import/sample-encodings'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

describe('how a text reads in several encodings', () => {
  it('is shown where they differ, however far into the file that is', () => {
    const plain = 'Ana: Nothing but plain letters here.\n'.repeat(500)
    const bytes = latin(`${plain}Bo: In the caf\xe9 it was said.\n${plain}Ana: To \xa3ukasz, \x80 5.\n${plain}`)
    expect(sampleEncodings(bytes, ['windows-1252', 'windows-1250'])).toEqual([
      { encoding: 'windows-1252', lines: ['Ana: To £ukasz, € 5.'] },
      { encoding: 'windows-1250', lines: ['Ana: To Łukasz, € 5.'] },
    ])
  })

  it('shows at most three places, those on which most differ, and whole words of a long line', () => {
    const same = 'Caf\xe9.\n'.repeat(50)
    const long = `${'word '.repeat(100)}\xa3ukasz ${'more '.repeat(100)}\n`
    const [, second] = sampleEncodings(latin(same + long.repeat(5) + same), ['windows-1252', 'windows-1250'])
    expect(second!.lines).toHaveLength(3)
    expect(second!.lines[2]).toMatch(/^word .*word Łukasz more .*more$/)
    expect(second!.lines[2]!.length).toBeLessThan(150)
    const [only] = sampleEncodings(latin(same), ['windows-1252', 'windows-1250'])
    expect(only!.lines).toEqual(['Café.', 'Café.', 'Café.'])
  })

  it('begins with the guess, and compares no more than six', () => {
    const { encoding, candidates, samples } = decodeText(latin('Ana: \xbfQu\xe9 tal?\nBo: Bien.\n'))
    expect(candidates.length).toBeGreaterThan(5)
    expect(samples.map((sample) => sample.encoding)).toEqual(candidates.slice(0, 6))
    expect(samples[0]).toEqual({ encoding, lines: [expect.stringContaining('Ana: ')] })
  })

  it('cuts no character in two', () => {
    const bytes = Buffer.from('c4e3bac3'.repeat(200), 'hex')
    const [gb] = sampleEncodings(bytes, ['gb18030', 'big5'])
    expect(gb!.lines.join('')).toMatch(/^[你好]+$/)
  })
})
