import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../electron/core/import/decode-text'

const text = 'Ana: 你好，世界。\nBo: 5 < 6 — ça va?\n'

describe('decodeText', () => {
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
    ['utf-32le', utf32(`\ufeff${text}`)],
    ['utf-32le', utf32(text)],
    ['utf-32be', utf32(`\ufeff${text}`).swap32()],
    ['utf-32be', utf32(text).swap32()],
  ])('finds %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, uncertain: false, candidates: [], samples: [] })
  })

  it('turns CRLF and CR into LF and changes nothing else', () => {
    expect(decodeText(Buffer.from('a\r\nb\rc\n\u00a0 d\u2028e\t ')).text).toBe('a\nb\nc\n\u00a0 d\u2028e\t ')
  })

  it('reads what it is told to, by any name of the encoding', () => {
    const gbk = Buffer.from([0xc4, 0xe3, 0xba, 0xc3])
    for (const name of ['gbk', 'GB18030', 'gb2312']) {
      expect(decodeText(gbk, name)).toEqual({
        text: '你好',
        encoding: 'gb18030',
        uncertain: false,
        candidates: [],
        samples: [],
      })
    }
    expect(decodeText(Buffer.from([0x93, 0x94]), 'cp932').encoding).toBe('shift_jis')
    expect(decodeText(Buffer.from([0xe9]), 'cp1252').text).toBe('é')
  })

  it('refuses an encoding the bytes are not in', () => {
    expect(() => decodeText(Buffer.from([0x61, 0xff]), 'utf-8')).toThrow(/not in the encoding utf-8/)
  })

  it('names the place of NUL', () => {
    expect(() => decodeText(Buffer.from('ab\0c'))).toThrow(/byte 3 is NUL, on line 1/)
    expect(() => decodeText(Buffer.from('ab\nc\0d'), 'utf-8')).toThrow(/line 2 holds NUL/)
  })

  it('refuses half of a surrogate pair', () => {
    expect(() => decodeText(Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x62, 0x00]))).toThrow(
      /begins as utf-16le .* line 1 holds half a character/,
    )
    const marked = Buffer.from('\ufeffok\nfine\n\ud800\n', 'utf16le')
    expect(() => decodeText(marked)).toThrow(/line 3 holds half a character/)
    const unmarked = Buffer.from(`${'A plain line.\n'.repeat(6)}\udc00\n`, 'utf16le')
    expect(() => decodeText(unmarked)).toThrow(/looks like utf-16le, but line 7 holds half a character/)
  })

  it('says when a single-byte encoding is only a guess', () => {
    const bytes = Buffer.from("Voilà, c'est déjà l'été à la plage.", 'latin1')
    const { uncertain, encoding, candidates } = decodeText(bytes)
    expect(uncertain).toBe(true)
    expect(candidates[0]).toBe(encoding)
    expect(candidates).toEqual(expect.arrayContaining(['windows-1252', 'windows-1251', 'windows-1250']))
    expect(candidates).not.toContain('euc-jp')
  })
  it('refuses UTF-8 with a broken byte, naming its line, rather than garbling every other letter', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${'Voilà, c’est déjà l’été.\n'.repeat(9)}Un caf`),
      Buffer.from([0xe9]),
      Buffer.from(' et c’est tout.\n'),
    ])
    expect(() => decodeText(bytes)).toThrow(/looks like utf-8, but line 10 holds/)
    expect(decodeText(bytes, 'windows-1252').text).toContain('Un café')
  })

  it('believes what an XML file or a page says of itself', () => {
    const xml = Buffer.from('<?xml version="1.0" encoding="windows-1251"?><tt>\xcf\xf0\xe8\xe2\xe5\xf2</tt>', 'latin1')
    expect(decodeText(xml)).toMatchObject({ encoding: 'windows-1251', uncertain: false })
    expect(decodeText(xml).text).toContain('Привет')
    const page = Buffer.from('<!doctype html><meta charset="big5"><p>\xa7\x41\xa6\x6e</p>', 'latin1')
    expect(decodeText(page).text).toContain('你好')
  })
})

function utf32(value: string): Buffer {
  const codes = Array.from(value, (character) => character.codePointAt(0)!)
  const bytes = Buffer.alloc(codes.length * 4)
  codes.forEach((code, index) => bytes.writeUInt32LE(code, index * 4))
  return bytes
}
