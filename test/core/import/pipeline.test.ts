import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { CoreEvent, Input, MethodName, Output } from '../../../shared/contract'
import { createCore, type Core } from '../../../electron/core/services'
import { TranscriptReader } from '../../../electron/core/import/transcript-reader'
import { inFolder } from '../../builders'

async function call<Name extends MethodName>(core: Core, name: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await core.invoke('host', name, input)
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value as Output<Name>
}

/** A core with an empty project in a folder that holds these files. */
async function withFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (core: Core, path: (name: string) => string) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    const core = createCore()
    await call(core, 'project.create', { path: join(folder, 'p.verbatim'), title: 'P', language: 'en' })
    mkdirSync(join(folder, 'in'))
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'in', name), content)
    try {
      await use(core, (name) => join(folder, 'in', name))
    } finally {
      core.close()
    }
  })
}

const TALK = 'Ada: The engine weaves patterns.\n\nBob: I am not so sure.\n'
const VTT =
  'WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Li Na>Forests speak.\n\n00:00:03.000 --> 00:00:05.500\n<v Bo>Do they?\n'
/** 你好，世界 in GB18030. */
const CHINESE = Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3, 0xa3, 0xac, 0xca, 0xc0, 0xbd, 0xe7, 0x0a)

describe('a preview', () => {
  it('says what would be imported, with who speaks, how long it is and how it begins, and stores nothing', () =>
    withFiles({ '2024-05-06 talk.vtt': VTT, '2024-05-06 talk.mp3': '' }, async (core, path) => {
      const { files, cancelled } = await call(core, 'source.preview', {
        files: [{ path: path('2024-05-06 talk.vtt') }],
      })
      expect(cancelled).toBe(false)
      expect(files).toEqual([
        {
          kind: 'understood',
          path: path('2024-05-06 talk.vtt'),
          name: '2024-05-06 talk.vtt',
          within: null,
          format: 'vtt',
          encoding: 'utf-8',
          encodingUncertain: false,
          encodingCandidates: [],
          encodingSamples: [],
          language: 'en',
          title: 'talk',
          date: '2024-05-06',
          speakers: [
            { label: 'Li Na', turns: 1 },
            { label: 'Bo', turns: 1 },
          ],
          turns: 2,
          cues: 2,
          words: 4,
          firstTime: 1,
          lastTime: 5.5,
          sample: [
            { speaker: 'Li Na', startTime: 1, text: 'Forests speak.' },
            { speaker: 'Bo', startTime: 3, text: 'Do they?' },
          ],
          notes: [],
          media: path('2024-05-06 talk.mp3'),
          duplicateOf: null,
        },
      ])
      expect(await call(core, 'source.list', {})).toEqual([])
    }))

  it('looks again with another format or encoding', () =>
    withFiles({ 'talk.txt': TALK, 'hello.txt': CHINESE }, async (core, path) => {
      const sampleOf = async (file: Input<'source.preview'>['files'][number]) => {
        const { files } = await call(core, 'source.preview', { files: [file] })
        return files[0]?.kind === 'understood' ? files[0].sample.map(({ text }) => text).join('|') : files[0]?.code
      }
      expect(await sampleOf({ path: path('talk.txt') })).toBe('The engine weaves patterns.|I am not so sure.')
      expect(await sampleOf({ path: path('talk.txt'), format: 'srt' })).toBe('not-understood')
      expect(await sampleOf({ path: path('hello.txt'), encoding: 'gb18030' })).toBe('你好，世界')
      expect(await sampleOf({ path: path('hello.txt'), encoding: 'windows-1252' })).toBe('ÄãºÃ£¬ÊÀ½ç')
    }))

  it('shows about 600 characters, and no half character', () =>
    withFiles({ 'long.txt': `Ada: ${'🌲'.repeat(500)}\n\nBob: Yes.\n` }, async (core, path) => {
      const { files } = await call(core, 'source.preview', { files: [{ path: path('long.txt') }] })
      const [preview] = files
      expect(preview?.kind === 'understood' && preview.sample).toEqual([
        { speaker: 'Ada', startTime: null, text: '🌲'.repeat(300) },
      ])
    }))

  it('opens folders and archives, and says what it passed over and what it cannot read', () =>
    withFiles(
      { 'a.txt': TALK, 'b.mp3': 'x', 'c.vtt': 'WEBVTT\n', 'd.zip': zip({ 'in/e.txt': TALK, 'in/f.bin': 'x' }) },
      async (core, path) => {
        const { files, skipped } = await call(core, 'source.preview', { files: [{ path: path('') }] })
        expect(files.map(({ name, within, kind }) => `${name} in ${within}: ${kind}`)).toEqual([
          'a.txt in in: understood',
          'c.vtt in in: failed',
          'e.txt in d.zip: understood',
        ])
        expect(files[2]).toMatchObject({ path: path('d.zip'), entry: 'in/e.txt', media: null })
        expect(skipped.map(({ name, within }) => `${name} in ${within}`)).toEqual(['f.bin in d.zip', 'b.mp3 in in'])
      },
    ))

  it('is told of by progress, and stops when it is cancelled', () =>
    withFiles({ 'a.txt': 'One.', 'b.txt': 'Two.', 'c.txt': 'Three.' }, async (core, path) => {
      const events: CoreEvent[] = []
      core.subscribe((event) => {
        events.push(event)
        if (event.kind === 'progress') void core.invoke('window', 'job.cancel', { job: event.job })
      })
      const { files, cancelled } = await call(core, 'source.preview', { files: [{ path: path('') }], job: 'j' })
      expect(cancelled).toBe(true)
      expect(files.length).toBeLessThan(3)
      expect(events[0]).toEqual({ kind: 'progress', job: 'j', done: 1, total: 3, label: 'a.txt' })
    }))
})

describe('an import', () => {
  it('stores what the user decided about each file', () =>
    withFiles({ 'talk.txt': TALK, 'talk.wav': '', 'hello.txt': CHINESE }, async (core, path) => {
      const speakers = [{ label: 'Ada', name: 'Ada Lund', affiliation: 'Institute' }]
      await call(core, 'source.import', {
        files: [
          { path: path('talk.txt'), title: 'Engines', date: '2024-01-02', language: 'en-GB', tier: 'alias', speakers },
          { path: path('hello.txt'), encoding: 'gb18030', date: null, media: false },
        ],
      })
      const [talk, hello] = await call(core, 'source.list', {})
      expect(talk).toMatchObject({ title: 'Engines', date: '2024-01-02', language: 'en-GB', tier: 'alias' })
      expect(talk?.media).toBe(path('talk.wav'))
      expect(talk?.speakers.map(({ label, name, affiliation }) => [label, name, affiliation])).toEqual([
        ['Ada', 'Ada Lund', 'Institute'],
        ['Bob', 'Bob', null],
      ])
      expect((await call(core, 'source.read', { id: hello!.id })).text).toBe('你好，世界')
      expect(await call(core, 'source.report', { id: hello!.id })).toEqual({
        file: 'hello.txt',
        format: 'text',
        encoding: 'gb18030',
        chosen: { format: null, encoding: 'gb18030' },
        notes: [],
      })
    }))

  it('imports the files of an archive under their own names, each once', () =>
    withFiles(
      { 'all.zip': zip({ 'one/a.txt': 'Ada: One.', 'b.srt': '1\n00:00:01,000 --> 00:00:02,000\nTwo.\n' }) },
      async (core, path) => {
        const files = [{ path: path('all.zip') }]
        const first = await call(core, 'source.import', { files })
        expect(first.outcomes).toMatchObject([
          { kind: 'imported', file: 'a.txt' },
          { kind: 'imported', file: 'b.srt' },
        ])
        const again = await call(core, 'source.import', { files })
        expect(again.outcomes.map(({ kind }) => kind)).toEqual(['skipped', 'skipped'])
      },
    ))

  it('keeps the order of the files and is one action to undo, whatever order they were read in', () =>
    withFiles(
      Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [`${i + 10}.txt`, `Ada: ${'word '.repeat((13 - i) * 500)}\n`]),
      ),
      async (core, path) => {
        await call(core, 'source.import', { files: [{ path: path('') }] })
        const names = async () => (await call(core, 'source.list', {})).map(({ title }) => title).join(' ')
        expect(await names()).toBe('10 11 12 13 14 15 16 17 18 19 20 21')
        await call(core, 'project.undo', {})
        expect(await names()).toBe('')
        await call(core, 'project.redo', {})
        expect(await names()).toBe('10 11 12 13 14 15 16 17 18 19 20 21')
      },
    ))
})

describe('a reader', () => {
  it('gives up a file that takes too long or too much memory, and reads the next one', () =>
    withFiles({ 'big.txt': 'Ada: word\n'.repeat(800_000), 'talk.txt': TALK }, async (_core, path) => {
      for (const [limits, message] of [
        [{ milliseconds: 300 }, /could not be read within/],
        [{ megabytes: 48 }, /too much memory/],
      ] as const) {
        const reader = new TranscriptReader({}, limits)
        const big = await reader.run('preview', { file: { path: path('big.txt'), name: 'big.txt' } })
        expect(big).toMatchObject({
          ok: false,
          error: { code: 'too-complex', message: expect.stringMatching(message) },
        })
        reader.close()
      }
      const reader = new TranscriptReader()
      const small = await reader.run('preview', { file: { path: path('talk.txt'), name: 'talk.txt' } })
      expect(small).toMatchObject({ ok: true, value: { summary: { turns: 2 } } })
      reader.close()
    }))

  it('answers what it did not come to with `cancelled`', async () => {
    const reader = new TranscriptReader()
    const bytes = new TextEncoder().encode(TALK)
    const readings = Promise.all([1, 2, 3].map(() => reader.run('preview', { file: { name: 'a.txt', bytes } })))
    reader.close()
    expect((await readings).map((reading) => !reading.ok && reading.error.code)).toEqual(Array(3).fill('cancelled'))
  })
})

/** A ZIP archive of small files. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(text), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(Buffer.byteLength(text), 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, rest, Buffer.from(name)]),
    )
    parts.push(local)
    at += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\u0005\u0006'), end])
}
