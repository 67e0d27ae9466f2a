import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCore } from '../../../electron/core/services'
import { exportFileName, exportToFile, writePicture } from '../../../electron/core/shell/export-file'
import { askingCore } from '../../../electron/core/shell/shell-calls'
import { inFolder } from '../../builders'

it.each([
  ['Thinking, or not?', 'md', 'Thinking, or not.md'],
  ['世界模型', 'html', '世界模型.html'],
  ['Debate', 'bundle', 'Debate.json'],
  ['Debate', '../../x', 'Debate.x'],
])('names the export of %j as %s %j', (title, format, name) => {
  expect(exportFileName(title, format)).toBe(name)
})

/** A host with a project of one review, and what it prints. */
async function aHost(folder: string) {
  const core = createCore()
  const ask = askingCore((name, input) => core.invoke('host', name, input))
  await ask('project.create', { path: join(folder, 'p.verbatim'), title: 'P', language: 'en', starter: true })
  const [review] = await ask('review.list', {})
  const id = review!.id
  const log = async () => (await ask('review.get', { id })).sections.filter(({ kind }) => kind === 'changelog')
  return { core, ask, id, log }
}

const print = async (html: string) => new TextEncoder().encode(`%PDF ${html}`)

describe('an export with a change for the log', () => {
  it.each(['md', 'pdf'])('has it on the page (%s)', (format) =>
    inFolder(async (folder) => {
      const { core, ask, id, log } = await aHost(folder)
      const path = join(folder, 'out')
      await exportToFile(ask, print, { id, format, strict: false, change: '**June** Begun.', path })
      expect(readFileSync(path, 'utf8')).toMatch(/June\b.*Begun\./)
      expect(await log()).toMatchObject([{ blocks: [{ markdown: '**June** Begun.' }] }])
      expect(await ask('review.proposeChange', { id })).toMatchObject({ since: { format }, markdown: '' })
      core.close()
    }),
  )

  it('leaves the log as it was when nothing could be written', () =>
    inFolder(async (folder) => {
      const { core, ask, id, log } = await aHost(folder)
      const path = join(folder, 'nowhere', 'out')
      const failing = exportToFile(ask, print, { id, format: 'md', strict: false, change: 'Begun.', path })
      await expect(failing).rejects.toMatchObject({ code: 'file-unwritable' })
      expect(await log()).toMatchObject([{ blocks: [] }])
      expect(await ask('review.revisions', { id })).toEqual([])
      core.close()
    }))
})

describe('a picture', () => {
  it('is written byte for byte, whole or not at all', () =>
    inFolder(async (folder) => {
      const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256)
      const base64 = Buffer.from(bytes).toString('base64')
      const path = join(folder, 'Camps.png')
      expect(writePicture(path, { base64 })).toEqual({ out: path, bytes: 1000 })
      expect(new Uint8Array(readFileSync(path))).toEqual(bytes)
      expect(() => writePicture(join(folder, 'nowhere', 'Camps.png'), { base64 })).toThrow(
        expect.objectContaining({ code: 'file-unwritable' }),
      )
    }))
})
