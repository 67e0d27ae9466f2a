import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Input, MethodName, Output } from '../../../shared/contract'
import { createCore, type Core } from '../../../electron/core/services'
import { inFolder } from '../../builders'

async function call<Name extends MethodName>(core: Core, name: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await core.invoke('host', name, input)
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value as Output<Name>
}

/** A core with one source, imported from these bytes under this name. */
async function withSource(
  name: string,
  content: string | Uint8Array,
  choice: { readonly format?: string; readonly encoding?: string },
  use: (core: Core, id: Output<'source.list'>[number]['id']) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    const core = createCore()
    await call(core, 'project.create', { path: join(folder, 'p.verbatim'), title: 'P', language: 'en' })
    const path = join(folder, name)
    writeFileSync(path, content)
    await call(core, 'source.import', { files: [{ path, ...choice }] })
    const [source] = await call(core, 'source.list', {})
    try {
      await use(core, source!.id)
    } finally {
      core.close()
    }
  })
}

/** Keeps a passage of the first place where each text stands. */
async function mark(core: Core, sourceId: Output<'source.list'>[number]['id'], ...texts: string[]) {
  const { text } = await call(core, 'source.read', { id: sourceId })
  const spans = texts.map((one) => ({ start: text.indexOf(one), end: text.indexOf(one) + one.length }))
  return call(core, 'passage.mark', { sourceId, spans, camp: null })
}

const SRT = `1
00:00:01,000 --> 00:00:03,000
Ada: We traced the carbon.

2
00:00:03,000 --> 00:00:05,000
It went both ways.

3
00:00:05,000 --> 00:00:07,000
Bob: Nobody had seen that.
`

describe('reading a source again', () => {
  it('in another format moves passages along, and undo brings the first reading back', () =>
    withSource('talk.srt', SRT, { format: 'text' }, async (core, id) => {
      const asText = await call(core, 'source.read', { id })
      expect(asText.text).toContain('00:00:01,000 -->')
      const kept = await mark(core, id, 'traced the carbon', 'both ways')
      const split = await mark(core, id, 'carbon.\n\n2\n00:00:03,000 --> 00:00:05,000\nIt went')

      const preview = await call(core, 'source.previewReimport', { id, format: 'srt' })
      expect(preview.preview).toMatchObject({ kind: 'understood', format: 'srt', turns: 2, cues: 3 })
      expect(await call(core, 'source.read', { id })).toEqual(asText)

      const report = await call(core, 'source.reimport', { id, format: 'srt' })
      expect(report).toEqual(preview.report)
      expect(report).toMatchObject({ format: 'srt', turns: 2, words: 12, notes: [] })
      const outcomes = new Map(report.passages.map(({ passageId, spans }) => [passageId, spans.map((s) => s.outcome)]))
      expect(outcomes.get(kept.id)).toEqual(['moved', 'moved'])
      expect(['altered', 'lost']).toContain(outcomes.get(split.id)?.[0])
      expect(report.passages[0]?.passageId).toBe(split.id)

      const asSrt = await call(core, 'source.read', { id })
      expect(asSrt.text).toBe('We traced the carbon. It went both ways.\n\nNobody had seen that.')
      const moved = await call(core, 'passage.get', { id: kept.id })
      expect(moved.spans.map(({ start, end }) => asSrt.text.slice(start, end))).toEqual([
        'traced the carbon',
        'both ways',
      ])
      expect((await call(core, 'passage.get', { id: split.id })).text).toBe(split.text)
      const { quotes } = await call(core, 'passage.verify', { sourceId: id })
      expect(Object.fromEntries(quotes.map((quote) => [quote.id, quote.status === 'exact']))).toEqual({
        [kept.id]: true,
        [split.id]: false,
      })
      expect(await call(core, 'source.report', { id })).toMatchObject({ chosen: { format: 'srt', encoding: null } })

      expect(await call(core, 'project.undo', {})).toEqual({ action: 'source.reimport' })
      expect(await call(core, 'source.read', { id })).toEqual(asText)
      expect(await call(core, 'passage.get', { id: kept.id })).toEqual(kept)
      await call(core, 'project.redo', {})
      expect(await call(core, 'source.read', { id })).toEqual(asSrt)
    }))

  it('in another encoding keeps what the user named, and tells of passages whose letters changed', () => {
    const bytes = Uint8Array.of(
      0x41,
      0x64,
      0x61,
      0x3a,
      0x20,
      0xc4,
      0xe3,
      0xba,
      0xc3,
      0xa3,
      0xac,
      0xca,
      0xc0,
      0xbd,
      0xe7,
      0x0a,
      0x0a,
      0x42,
      0x6f,
      0x62,
      0x3a,
      0x20,
      0x4f,
      0x4b,
      0x2e,
    )
    return withSource('hello.txt', bytes, { encoding: 'windows-1252' }, async (core, id) => {
      const [source] = await call(core, 'source.list', {})
      const ada = source!.speakers.find(({ label }) => label === 'Ada')!
      const speakers = [{ id: ada.id, name: 'Ada Lund', affiliation: 'Institute' }]
      await call(core, 'source.update', { id, title: 'Hello', speakers })
      const garbled = await mark(core, id, 'ÄãºÃ')
      const plain = await mark(core, id, 'OK.')
      const { passages } = await call(core, 'source.reimport', { id, encoding: 'gb18030' })
      expect(passages.map(({ passageId, spans }) => [passageId, spans[0]?.outcome])).toEqual([
        [garbled.id, 'lost'],
        [plain.id, 'moved'],
      ])
      const after = await call(core, 'source.get', { id })
      expect(after).toMatchObject({ title: 'Hello', encoding: 'gb18030', passages: 2 })
      expect(after.speakers.map(({ name, affiliation }) => [name, affiliation])).toEqual([
        ['Ada Lund', 'Institute'],
        ['Bob', null],
      ])
      expect((await call(core, 'source.read', { id })).text).toBe('你好，世界\n\nOK.')
    })
  })

  it('changes nothing when it fails', () =>
    withSource('talk.srt', SRT, {}, async (core, id) => {
      const before = await call(core, 'source.read', { id })
      const answer = await core.invoke('window', 'source.reimport', { id, format: 'docx' })
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-understood' } })
      expect(await call(core, 'source.read', { id })).toEqual(before)
      expect((await call(core, 'project.find', {}))?.undo).toBe('source.import')
    }))
})
