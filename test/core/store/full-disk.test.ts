// A disk without room, and one that is for reading only: what is told, what stays, and the way back.
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCore, type Core } from '../../../electron/core/services'
import { saveSettings } from '../../../electron/core/shell/settings-file'
import { answerShell, type HostShell } from '../../../electron/core/shell/shell-calls'
import { SCHEMA_VERSION } from '../../../electron/core/store/schema'
import type { ImportReport, ProjectInfo } from '../../../shared/domain/project'
import type { ErrorData } from '../../../shared/errors'
import type { Answer } from '../../../shared/shell'
import { inFolder } from '../../builders'
import { CANNOT_MOUNT, onSmallDisk, type SmallDisk, whileReadOnly } from '../../disks'
import { contentsHash } from '../../random/contents'

const OLD = join(import.meta.dirname, '../../fixtures/databases/1.verbatim')

async function ask<T>(core: Core, name: string, input: unknown = {}): Promise<T> {
  const answer = await core.invoke('host', name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`)
  return answer.value as T
}

/** What a call was refused with; a test that expects a refusal fails without one. */
async function refusal(core: Core, name: string, input: unknown = {}): Promise<ErrorData> {
  const answer = await core.invoke('host', name, input)
  if (answer.ok) throw new Error(`${name} was not refused`)
  return answer.error
}

/** What is refused as a full disk refuses it: with the file's name, and what to do. */
const full = (file: string) =>
  expect.objectContaining({
    code: 'disk-full',
    message: `${file} could not be written: the disk is full`,
    advice: 'free some space and try again',
    recovery: { kind: 'retry' },
  })

/** A project with a passage, a review, an export and a backup, open in a core of its own. */
async function aWorkplace(folder: string, elsewhere: string) {
  const path = join(folder, 'Debate.verbatim')
  const transcript = join(elsewhere, 'talk.txt')
  writeFileSync(transcript, 'Ada: The engine weaves patterns.\n\nBob: I am not so sure.\n')
  const core = createCore()
  await ask(core, 'project.create', { path, title: 'Debate', language: 'en' })
  const report = await ask<ImportReport>(core, 'source.import', { files: [{ path: transcript }] })
  const [outcome] = report.outcomes
  const source = outcome?.kind === 'imported' ? outcome.sourceId : ''
  await ask(core, 'passage.mark', { sourceId: source, spans: [{ start: 0, end: 10 }], camp: null })
  const { id: review } = await ask<{ id: string }>(core, 'review.create', {
    title: 'Topic',
    language: 'en',
    starter: true,
  })
  const out = join(folder, 'topic.md')
  await ask(core, 'review.export', { id: review, format: 'md', path: out })
  await ask(core, 'backup.make')
  const [backup] = readdirSync(`${path}.backups`)
  await ask(core, 'passage.mark', { sourceId: source, spans: [{ start: 11, end: 17 }], camp: null })
  return { core, path, source, review, out, backup: backup!, contents: contentsHash(core.project()!) }
}

/** What a window is answered that changes a setting. */
function setTheme(folder: string, theme: 'dark' | 'light'): Promise<Answer<unknown>> {
  const shell = { saveSettings: (change: object) => saveSettings(join(folder, 'settings.json'), change) }
  return answerShell(shell as unknown as HostShell, 'saveSettings', { theme })
}

const namesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !/-(?:wal|shm)$|^filler$/.test(name))
    .sort()

describe('a full disk', () => {
  it(
    'is told by whatever is done, which leaves all that was there; with room again it goes on',
    { timeout: 60_000 },
    async ({ skip }) => {
      const ran = await inFolder((elsewhere) => onSmallDisk(8, (disk) => workOnFullDisk(disk, elsewhere)))
      skip(!ran, CANNOT_MOUNT)
      expect(ran).toBe(true)
    },
  )
})

async function workOnFullDisk(disk: SmallDisk, elsewhere: string): Promise<void> {
  const { folder } = disk
  const { core, path, source, review, out, backup, contents } = await aWorkplace(folder, elsewhere)
  const old = join(folder, 'old.verbatim')
  copyFileSync(OLD, old)
  expect(await setTheme(folder, 'dark')).toMatchObject({ ok: true })
  const before = { names: namesIn(folder), backups: namesIn(`${path}.backups`), page: readFileSync(out, 'utf8') }
  const large = join(elsewhere, 'large.txt')
  writeFileSync(large, 'Ada: It weaves and weaves. '.repeat(20_000))

  disk.fill()
  const mark = { sourceId: source, spans: [{ start: 18, end: 22 }], camp: null }
  const note = { id: (await ask<{ id: string }[]>(core, 'passage.list'))[0]!.id, note: 'x'.repeat(300_000) }
  expect(await refusal(core, 'passage.update', note)).toEqual(full('Debate.verbatim'))
  const { outcomes } = await ask<ImportReport>(core, 'source.import', { files: [{ path: large }] })
  expect(outcomes).toMatchObject([{ kind: 'failed', file: 'large.txt', code: 'disk-full' }])
  await ask(core, 'review.update', { id: review, title: 'Topic 2' }).catch(() => null)
  expect(await refusal(core, 'review.export', { id: review, format: 'html', path: out })).toEqual(full('topic.md'))
  expect(await refusal(core, 'project.backup', { path: join(folder, 'copy.verbatim') })).toEqual(full('copy.verbatim'))
  await ask(core, 'backup.make')
  expect(await ask<ProjectInfo>(core, 'project.find')).toMatchObject({ backupProblem: { code: 'disk-is-full' } })
  expect(await refusal(core, 'backup.restore', { name: backup })).toEqual(full('Debate.verbatim.backups'))
  expect(await setTheme(folder, 'light')).toMatchObject({ ok: false, error: full('settings.json') })
  const other = createCore()
  expect(await refusal(other, 'project.open', { path: old })).toEqual(full('old.verbatim'))
  expect(readFileSync(old)).toEqual(readFileSync(OLD))
  const fresh = { path: join(folder, 'new.verbatim'), title: 'New', language: 'en' }
  expect(await refusal(other, 'project.create', fresh)).toEqual(full('new.verbatim'))
  expect(await refusal(other, 'project.salvage', { path: old, out: fresh.path })).toEqual(full('new.verbatim'))

  // Nothing was lost, and nothing is left lying about.
  expect(namesIn(folder)).toEqual(before.names)
  expect(namesIn(`${path}.backups`)).toEqual(before.backups)
  expect(readFileSync(out, 'utf8')).toBe(before.page)
  expect(contentsHash(core.project()!)).toBe(contents)
  expect(core.project()!.integrityProblems()).toEqual([])

  // Also when it is closed, and found again, while there is no room.
  core.close()
  expect(existsSync(`${path}.lock`)).toBe(false)
  const again = createCore()
  await again.invoke('host', 'project.open', { path })
  again.close()

  disk.makeRoom()
  await ask(other, 'project.open', { path })
  expect(contentsHash(other.project()!)).toBe(contents)
  await ask(other, 'passage.update', note)
  await ask(other, 'passage.mark', mark)
  await ask(other, 'review.export', { id: review, format: 'html', path: out })
  expect(readFileSync(out, 'utf8')).toContain('<!doctype html>')
  expect(await setTheme(folder, 'light')).toMatchObject({ ok: true, value: { theme: 'light' } })
  await ask(other, 'backup.restore', { name: backup })
  await ask(other, 'project.open', { path: old })
  expect(namesIn(folder)).toContain(`old.verbatim.before-version-${SCHEMA_VERSION}`)
  other.close()
}

describe('a disk for reading only', () => {
  it('can be read, also a project of an earlier version, and says what cannot be done on it', async ({ skip }) => {
    const ran = await inFolder((elsewhere) => onSmallDisk(8, (disk) => readFromDisk(disk, elsewhere)))
    skip(!ran, CANNOT_MOUNT)
    expect(ran).toBe(true)
  })

  it('may be one file alone', async ({ skip }) => {
    await inFolder(async (folder) => {
      const { core, path, source, contents } = await aWorkplace(folder, folder)
      core.close()
      const ran = await whileReadOnly(path, async () => {
        await expectReadOnly(core, path, contents, source)
      })
      skip(!ran, CANNOT_MOUNT)
      expect(ran).toBe(true)
      await ask(core, 'project.open', { path })
      core.close()
    })
  })
})

async function readFromDisk(disk: SmallDisk, elsewhere: string): Promise<void> {
  const { folder } = disk
  const { core, path, source, review, out, contents } = await aWorkplace(folder, elsewhere)
  core.close()
  const old = join(folder, 'old.verbatim')
  copyFileSync(OLD, old)
  await setTheme(folder, 'dark')
  const before = namesIn(folder)
  expect(disk.setReadOnly(true)).toBe(true)

  await expectReadOnly(core, path, contents, source)
  await ask(core, 'project.open', { path, readOnly: true })
  const page = { id: review, format: 'md', path: out }
  expect(await refusal(core, 'review.export', page)).toMatchObject({
    code: 'file-unwritable',
    recovery: { kind: 'retry' },
  })
  expect(await refusal(core, 'project.backup', { path: join(folder, 'copy.verbatim') })).toMatchObject({
    code: 'file-unwritable',
    message: 'The copy copy.verbatim could not be written',
  })
  const copy = join(elsewhere, 'copy.verbatim')
  await ask(core, 'project.backup', { path: copy })
  expect(await setTheme(folder, 'light')).toMatchObject({ ok: false, error: { code: 'file-unwritable' } })
  await ask(core, 'project.open', { path: old, readOnly: true })
  expect(await ask(core, 'review.list')).toMatchObject([{ title: 'Trees' }])
  core.close()
  expect(namesIn(folder)).toEqual(before)

  // Two ways back: a copy elsewhere, and the disk as it was.
  await ask(core, 'project.open', { path: copy })
  expect(contentsHash(core.project()!)).toBe(contents)
  disk.setReadOnly(false)
  await ask(core, 'project.open', { path })
  await ask(core, 'project.update', { title: 'Later' })
  core.close()
}

/** Refuses to open for writing, offers to read, and shows all that is there then. */
async function expectReadOnly(core: Core, path: string, contents: string, source: string): Promise<void> {
  expect(await refusal(core, 'project.open', { path })).toMatchObject({
    code: 'read-only',
    message: 'Debate.verbatim may not be written',
    recovery: { kind: 'open-read-only', path, canTakeOver: false },
  })
  await ask(core, 'project.open', { path, readOnly: true })
  expect(contentsHash(core.project()!)).toBe(contents)
  const mark = { sourceId: source, spans: [{ start: 0, end: 3 }], camp: null }
  expect(await refusal(core, 'passage.mark', mark)).toMatchObject({
    code: 'read-only',
    recovery: { kind: 'open-for-writing', path },
  })
  await ask(core, 'project.close')
}
