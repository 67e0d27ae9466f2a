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
    expect(decodeText(bytes)).toEqual({ text, encoding, uncertain: false })
  })

  it('turns CRLF and CR into LF and changes nothing else', () => {
    expect(decodeText(Buffer.from('a\r\nb\rc\n\u00a0 d\u2028e\t ')).text).toBe('a\nb\nc\n\u00a0 d\u2028e\t ')
  })

  it('reads what it is told to, by any name of the encoding', () => {
    const gbk = Buffer.from([0xc4, 0xe3, 0xba, 0xc3])
    for (const name of ['gbk', 'GB18030', 'gb2312']) {
      expect(decodeText(gbk, name)).toEqual({ text: '你好', encoding: 'gb18030', uncertain: false })
    }
    expect(decodeText(Buffer.from([0x93, 0x94]), 'cp932').encoding).toBe('shift_jis')
    expect(decodeText(Buffer.from([0xe9]), 'cp1252').text).toBe('é')
  })

  it('refuses an encoding the bytes are not in', () => {
    expect(() => decodeText(Buffer.from([0x61, 0xff]), 'utf-8')).toThrow(/not in the encoding utf-8/)
  })

  it('names the place of NUL', () => {
    expect(() => decodeText(Buffer.from('ab\0c'))).toThrow(/byte 3 is NUL/)
    expect(() => decodeText(Buffer.from('ab\nc\0d'), 'utf-8')).toThrow(/line 2 holds NUL/)
  })

  it('refuses half of a surrogate pair', () => {
    expect(() => decodeText(Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x62, 0x00]))).toThrow(
      /begins as utf-16le/,
    )
  })

  it('says when a single-byte encoding is only a guess', () => {
    const bytes = Buffer.from("Voilà, c'est déjà l'été à la plage.", 'latin1')
    expect(decodeText(bytes).uncertain).toBe(true)
  })
})

function utf32(value: string): Buffer {
  const codes = Array.from(value, (character) => character.codePointAt(0)!)
  const bytes = Buffer.alloc(codes.length * 4)
  codes.forEach((code, index) => bytes.writeUInt32LE(code, index * 4))
  return bytes
}
