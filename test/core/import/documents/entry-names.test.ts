import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readEntryNames } from '../../../../electron/core/import/documents/entry-names'
import { readZip } from '../../../../electron/core/import/documents/read-zip'
import { makeZip } from './make-documents'

/** `访谈`, `采访记录/王小明`, and so on, as the systems of their countries wrote them before Unicode. */
const GBK = ['b7c3ccb82e747874', 'b2c9b7c3bcc7c2bc2fcdf5d0a1c3f72e737274']
const SHIFT_JIS = ['96ca90da2e747874', '83438393835e83728385815b2f8e52936382b382f12e737274']
const BIG5 = ['b358bdcd2e747874', 'a5dfaa6bb07ca4bdc5a5b77c2fadf0bbf12e737274']

async function names(...entries: Parameters<typeof makeZip>[0]): Promise<string[]> {
  return (await readZip(makeZip(entries))).map(({ name }) => name)
}

function named(hex: string): { readonly name: Uint8Array; readonly data: string } {
  return { name: Buffer.from(hex, 'hex'), data: 'x' }
}

function raw(text: string, encoding: BufferEncoding = 'latin1'): { raw: Uint8Array; stated: null } {
  return { raw: Buffer.from(text, encoding), stated: null }
}

describe('the names in an archive', () => {
  it('are read in the encoding of their country where nothing is said of it', async () => {
    expect(await names(...GBK.map(named))).toEqual(['访谈.txt', '采访记录/王小明.srt'])
    expect(await names(...SHIFT_JIS.map(named))).toEqual(['面接.txt', 'インタビュー/山田さん.srt'])
    expect(await names(...BIG5.map(named))).toEqual(['訪談.txt', '立法院公聽會/唐鳳.srt'])
  })

  it('are read one by one where they are few: two Chinese characters are no Korean ones', async () => {
    for (const hex of GBK)
      expect(await names(named(hex))).toEqual([
        Buffer.from(hex, 'hex').length < 10 ? '访谈.txt' : '采访记录/王小明.srt',
      ])
  })

  it('are UTF-8 where they are, said or not, and Western ones those of DOS', () => {
    expect(readEntryNames([raw('访谈.txt', 'utf8'), raw('été.txt', 'utf8')])).toEqual(['访谈.txt', 'été.txt'])
    expect(readEntryNames([raw('r\x82union.txt'), raw('M\x81ller.txt'), raw('Se\xa4or N\xa3\xa4ez.srt')])).toEqual([
      'réunion.txt',
      'Müller.txt',
      'Señor Núñez.srt',
    ])
    expect(readEntryNames([raw('\xa8\xad\xe2\xa5\xe0\xa2\xec\xee.txt')])).toEqual(['интервью.txt'])
    expect(readEntryNames([raw('M\xfcller.txt'), raw('Gr\xf6\xdfe.srt')])).toEqual(['Müller.txt', 'Größe.srt'])
  })

  it('stay what the archive says in Unicode', async () => {
    const name = Buffer.from(GBK[0]!, 'hex')
    const path = Buffer.from('talk 访谈.txt')
    const extra = Buffer.alloc(9)
    extra.writeUInt16LE(0x7075, 0)
    extra.writeUInt16LE(5 + path.length, 2)
    extra.writeUInt8(1, 4)
    extra.writeUInt32LE(crc32(name), 5)
    const stale = Buffer.from(extra)
    stale.writeUInt32LE(1, 5)
    expect(await names({ name, data: 'x', extra: Buffer.concat([extra, path]) })).toEqual(['talk 访谈.txt'])
    expect(await names({ name, data: 'x', extra: Buffer.concat([stale, path]) })).toEqual(['访谈.txt'])
    expect(await names({ name: '访谈.txt', data: 'x' }, named(SHIFT_JIS[1]!))).toEqual([
      '访谈.txt',
      'インタビュー/山田さん.srt',
    ])
  })

  it('are told apart by a number, and each gives its own file', async () => {
    const entries = await readZip(
      makeZip([
        { name: 'talk.srt', data: 'first' },
        { name: 'talk (2).srt', data: 'named so' },
        { name: 'talk.srt', data: 'second' },
        { name: 'talk.srt', data: 'third' },
        { name: 'a/notes', data: 'one' },
        { name: 'a/notes', data: 'two' },
      ]),
    )
    const read = entries.map(async (entry) => `${entry.name}: ${Buffer.from(await entry.read()).toString()}`)
    expect(await Promise.all(read)).toEqual([
      'talk.srt: first',
      'talk (2).srt: named so',
      'talk (3).srt: second',
      'talk (4).srt: third',
      'a/notes: one',
      'a/notes (2): two',
    ])
  })
})
