import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listZipTranscripts } from '../../../../electron/core/import/documents/list-zip-transcripts'
import { parseDocument } from '../../../../electron/core/import/documents/parse-document'
import { toEnglish } from '../../../../shared/domain/messages/message'
import { toErrorData } from '../../../../shared/errors'

const folder = join(import.meta.dirname, '../../../fixtures/imports-documents')
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

describe('the cases in fixtures/imports-documents', () => {
  it.each(cases)('%s', async (name) => {
    const input = readdirSync(join(folder, name)).find((file) => file.startsWith('input.'))!
    const bytes = readFileSync(join(folder, name, input))
    const read = await (input.endsWith('.zip') ? readArchive(bytes) : readCase(bytes, input))
    const file = join(folder, name, 'expected.json')
    if (!existsSync(file) && process.env.UPDATE_CASES) writeFileSync(file, `${JSON.stringify(read, null, 2)}\n`)
    expect(read).toEqual(JSON.parse(readFileSync(file, 'utf8')))
  })
})

async function readCase(bytes: Uint8Array, fileName: string): Promise<unknown> {
  try {
    const { text, turns, cues, notes, ...read } = (await parseDocument(bytes, fileName))!
    return {
      ...read,
      notes: notes.map(({ line, message }) => ({ line, message })),
      cues: cues?.length ?? null,
      turns: turns.map(({ start, end, ...turn }) => ({ ...turn, text: text.slice(start, end) })),
    }
  } catch (error) {
    const { code, message } = toErrorData(error)
    return { code, message }
  }
}

async function readArchive(bytes: Uint8Array): Promise<unknown> {
  const found: unknown[] = []
  for await (const entry of listZipTranscripts(bytes)) {
    found.push(
      entry.kind === 'file'
        ? { name: entry.name, text: Buffer.from(entry.bytes).toString() }
        : { ...entry, reason: toEnglish(entry.reason) },
    )
  }
  return found
}
