import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { extractDocument } from '../../../../electron/core/import/documents/extract-document'
import { listZipTranscripts, type ZipTranscript } from '../../../../electron/core/import/documents/list-zip-transcripts'
import { docxParagraph, makeDocx, makeOdt, makeZip } from './make-documents'
import { toEnglish } from '../../../../shared/domain/messages/message'

async function list(bytes: Uint8Array): Promise<string[]> {
  const found: ZipTranscript[] = []
  for await (const entry of listZipTranscripts(bytes)) found.push(entry)
  return found.map(
    (entry) =>
      `${entry.name}: ${entry.kind === 'file' ? Buffer.from(entry.bytes).toString() : toEnglish(entry.reason)}`,
  )
}

describe('an archive', () => {
  it('gives its transcripts, and says what it passes over', async () => {
    const inner = makeZip([{ name: 'a.txt', data: 'A' }])
    const file = makeZip([
      { name: 'talks/一.srt', data: 'one' },
      { name: 'talks/two.txt', data: 'two' },
      { name: '__MACOSX/talks/._two.txt', data: 'x' },
      { name: 'cover.png', data: 'x' },
      { name: 'inner.zip', data: inner },
      { name: 'hidden-archive.txt', data: inner },
    ])
    expect(await list(file)).toEqual([
      'talks/一.srt: one',
      'talks/two.txt: two',
      'cover.png: its extension is none of a transcript format',
      'inner.zip: an archive inside an archive is not opened',
      'hidden-archive.txt: an archive inside an archive is not opened',
    ])
  })

  it('is not followed outside itself, nor believed about damaged and protected entries; the others are read', async () => {
    const file = makeZip([
      { name: '../../evil.txt', data: 'x' },
      { name: '/etc/evil.txt', data: 'x' },
      { name: 'C:\\evil.txt', data: 'x' },
      { name: 'locked.txt', data: 'x', flags: 1 },
      { name: 'checksum.txt', data: 'x', crc: 1 },
      { name: 'longer.txt', data: 'x'.repeat(5000), size: 10 },
      { name: 'shorter.txt', data: 'x', size: 10 },
      { name: 'good.txt', data: 'good' },
    ])
    expect((await list(file)).map((line) => line.replace(/: The archive cannot be read:/, ':'))).toEqual([
      '../../evil.txt: its name leads outside the archive',
      '/etc/evil.txt: its name leads outside the archive',
      'C:\\evil.txt: its name leads outside the archive',
      'locked.txt: it is protected by a password',
      'checksum.txt: checksum.txt does not match its checksum',
      'longer.txt: longer.txt is damaged, or longer than announced',
      'shorter.txt: shorter.txt has 1 bytes where 10 were announced',
      'good.txt: good',
    ])
  })

  it('is refused when it is cut off', async () => {
    const whole = makeZip([{ name: 'a.txt', data: 'A'.repeat(100) }])
    await expect(list(whole.subarray(0, -10))).rejects.toThrow('cut off or not a ZIP archive')
  })

  it('is refused before it is unpacked when it would fill the memory', async () => {
    const bomb = makeZip([{ name: 'bomb.txt', data: Buffer.alloc(64 * 1024 * 1024) }])
    expect(bomb.length).toBeLessThan(80_000)
    await expect(list(bomb)).rejects.toMatchObject({ code: 'too-complex', text: { params: { megabytes: 64 } } })
    const many = makeZip([{ name: 'a.txt', data: 'a', size: 0xf0000000 }])
    await expect(list(many)).rejects.toMatchObject({ code: 'too-complex' })
  })

  it('is refused with more entries than anybody has transcripts', async () => {
    const entries = Array.from({ length: 20_001 }, (_, index) => ({ name: `${index}.txt`, data: '' }))
    await expect(list(makeZip(entries))).rejects.toMatchObject({ code: 'too-complex' })
  })
})

describe('a document made to break its reader', () => {
  it('may have a part of 105 MB, and is refused before that is unpacked', async () => {
    const types = { name: '[Content_Types].xml', data: '<Types/>' }
    // As large as the archive says, without its being there.
    const part = { name: 'word/document.xml', data: randomBytes(600_000), size: 105 * 2 ** 20 }
    await expect(extractDocument(makeZip([types, part]))).rejects.toMatchObject({
      code: 'too-complex',
      text: { code: 'part-too-large', params: { part: 'word/document.xml', megabytes: 105, most: 100 } },
    })
  })

  it('may be a bomb in a Word file of 75 kB', async () => {
    const bomb = makeDocx(docxParagraph('x'), '', [{ name: 'word/media/x.xml', data: Buffer.alloc(70 * 1024 * 1024) }])
    expect(bomb.length).toBeLessThan(80_000)
    await expect(extractDocument(bomb)).rejects.toMatchObject({ code: 'too-complex' })
  })

  it('may be nested without end', async () => {
    const deep = (element: string): string => `<${element}>`.repeat(5000) + `</${element}>`.repeat(5000)
    await expect(extractDocument(makeDocx(deep('w:sdt')))).rejects.toMatchObject({ code: 'too-complex' })
    await expect(extractDocument(makeOdt(deep('text:section')))).rejects.toMatchObject({ code: 'too-complex' })
    await expect(extractDocument(Buffer.from(`{\\rtf1 ${'{'.repeat(5000)}x`))).rejects.toMatchObject({
      code: 'too-complex',
    })
  })

  it('may declare entities, or repeat cells and blanks a million times', async () => {
    const entities = makeZip([
      { name: 'META-INF/manifest.xml', data: '<m/>' },
      { name: 'content.xml', data: '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' },
    ])
    await expect(extractDocument(entities)).rejects.toThrow('it has a document type')
    const repeated = makeOdt(
      '<text:p>a<text:s text:c="1000000000"/>b</text:p><table:table><table:table-row table:number-rows-repeated="1000000000">' +
        '<table:table-cell table:number-columns-repeated="1000000000"><text:p>c</text:p></table:table-cell></table:table-row></table:table>',
    )
    expect((await extractDocument(repeated))?.text.length).toBeLessThan(2000)
  })

  it('may end in the middle', async () => {
    await expect(extractDocument(makeDocx('<w:p><w:r><w:t>cut'))).rejects.toMatchObject({ code: 'not-understood' })
    expect((await extractDocument(Buffer.from('{\\rtf1 It ends {\\b here')))?.text).toBe('It ends here')
  })
})
