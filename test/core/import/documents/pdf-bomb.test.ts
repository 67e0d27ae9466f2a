import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { extractDocument } from '../../../../electron/core/import/documents/extract-document'
import { refuseBombs } from '../../../../electron/core/import/documents/pdf/refuse-bombs'

const MB = 2 ** 20
const text = '(Tea and ships.) Tj\n'

/** A PDF file of one page with this stream, which `dictionary` says how to unpack. */
function aPdf(stream: Uint8Array, dictionary = '/Filter /FlateDecode'): Buffer {
  const head =
    '%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n' +
    '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n' +
    '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R>> endobj\n'
  const object = `4 0 obj <</Length ${stream.length} ${dictionary}>>\nstream\n`
  const tail = '\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n'
  return Buffer.concat([Buffer.from(head), Buffer.from(object), stream, Buffer.from(tail)])
}

describe('a PDF file that unpacks to more than a page has', () => {
  it('is refused before it is unpacked: 70 MB out of 70 kB', async () => {
    const bomb = aPdf(deflateSync(Buffer.alloc(70 * MB, ' ')))
    expect(bomb.length).toBeLessThan(75_000)
    await expect(extractDocument(bomb)).rejects.toMatchObject({
      code: 'too-complex',
      message: 'The file needs too much memory to be read',
      advice: 'split it, or save it in a simpler form',
    })
  })

  it('is refused where it is packed twice, or ends within its stream', () => {
    const once = deflateSync(Buffer.alloc(4 * MB, ' '))
    expect(() => refuseBombs(aPdf(deflateSync(once), '/Filter [/FlateDecode /FlateDecode]'), MB)).toThrow('memory')
    const whole = aPdf(once)
    expect(() => refuseBombs(whole.subarray(0, whole.indexOf('endstream')), MB)).toThrow('memory')
  })

  it('is none of those with long text, large pictures or damaged streams', () => {
    const large = deflateSync(Buffer.alloc(4 * MB, ' '))
    expect(() => refuseBombs(aPdf(deflateSync(Buffer.from(text.repeat(40_000)))), MB)).not.toThrow()
    expect(() => refuseBombs(aPdf(large, '/Subtype /Image /Filter /FlateDecode'), MB)).not.toThrow()
    expect(() => refuseBombs(aPdf(Buffer.alloc(100_000, 7)), MB)).not.toThrow()
    expect(() => refuseBombs(aPdf(large), 8 * MB)).not.toThrow()
  })
})
