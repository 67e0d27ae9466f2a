import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCore, type Core } from '../../../electron/core/services'
import { blockIndexAt, splitIntoBlocks } from '../../../renderer/features/transcript/document/blocks'
import { copyRange } from '../../../renderer/features/transcript/document/copy'
import { buildDocument, offsetOf, pointOf } from '../../../renderer/features/transcript/document/nodes'
import { smartEdges } from '../../../renderer/features/transcript/document/smart-edges'
import type { Input, MethodName, Output } from '../../../shared/contract'
import { inFolder } from '../../builders'

async function call<Name extends MethodName>(core: Core, name: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await core.invoke('host', name, input)
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value as Output<Name>
}

/** Lines of Windows, a family and a flag of several code units each, and accents that stand apart from their letters. */
const FILE = [
  'Ada: 👩‍👩‍👧‍👦 Welcome! 🇳🇴',
  '',
  'Bo: Un cafe\u0301 👩🏽‍🚀 s\u0323\u0307 and a nai\u0308ve 𝔘nicode 👍🏽 plan.',
  '',
  'Ada: 他说“走吧🚶‍♀️”。',
  '',
].join('\r\n')

/** Words as they stand in the file, and what is selected of them: from within a character to within a word. */
const QUOTES = [
  { quote: '👩‍👩‍👧‍👦 Welcome', from: 3, to: -3 },
  { quote: 'cafe\u0301 👩🏽‍🚀 s\u0323\u0307', from: 1, to: -1 },
  { quote: 'nai\u0308ve 𝔘nicode 👍🏽', from: 2, to: -1 },
  { quote: 'plan.\n\n他说“走吧🚶‍♀️”。', from: 1, to: 0 },
] as const

describe('the way of a quote from its file to the clipboard', () => {
  it('is the same letters at each station, after emoji, accents that stand apart and lines of Windows', () =>
    inFolder(async (folder) => {
      const core = createCore()
      await call(core, 'project.create', { path: join(folder, 'p.verbatim'), title: 'P', language: 'en' })
      const file = join(folder, 'talk.txt')
      writeFileSync(file, FILE)
      await call(core, 'source.import', { files: [{ path: file }], job: 'j' })
      const [source] = await call(core, 'source.list', {})
      const { text, turns } = await call(core, 'source.read', { id: source!.id })
      expect(text).not.toContain('\r')
      expect(turns).toHaveLength(3)

      const blocks = splitIntoBlocks(text, turns)
      const document = buildDocument(text, blocks)
      const boundsAt = (offset: number) => blocks[blockIndexAt(blocks, offset)]!
      for (const { quote, from, to } of QUOTES) {
        const start = text.indexOf(quote)
        const end = start + quote.length
        const meant = smartEdges(text, { start: start + from, end: end + to }, boundsAt, 'en')
        expect(meant).toEqual({ start, end })
        for (const offset of [start, end]) expect(offsetOf(document, pointOf(document, offset))).toBe(offset)

        const passage = await call(core, 'passage.mark', { sourceId: source!.id, spans: [meant!], camp: null })
        expect(passage.spans.map((span) => span.quote)).toEqual([quote])
        expect((await call(core, 'passage.verify', { id: passage.id })).quotes[0]?.status).toBe('exact')
        const { plain } = copyRange(source!, text, turns, passage.spans[0]!)
        expect(plain.startsWith(`${quote}\n\n`)).toBe(true)
      }
      core.close()
    }))
})
