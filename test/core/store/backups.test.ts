import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isBackup, restoreBackup } from '../../../electron/core/store/backups'
import { temporaryFolder } from '../../temporary-folder'

it('knows a rolling backup from other files', () => {
  expect(isBackup('/work/Debate.verbatim.backups/2026-06-11.verbatim')).toBe(true)
  expect(isBackup('/work/Debate.verbatim.backups/2026-06-11T14-30-05.verbatim')).toBe(true)
  expect(isBackup('/work/Debate.verbatim.backups/2026-06-11T14-30-05 before restoring.verbatim')).toBe(true)
  expect(isBackup('/work/Debate.verbatim')).toBe(false)
  expect(isBackup('/work/2026-06-11.verbatim')).toBe(false)
  expect(isBackup('/work/Debate.verbatim.backups/notes.verbatim')).toBe(false)
})

it('copies a backup to beside its project, never over a file that is there', () => {
  const folder = temporaryFolder()
  const backups = join(folder, 'Debate.verbatim.backups')
  const backup = join(backups, '2026-06-11T14-30-05.verbatim')
  mkdirSync(backups)
  writeFileSync(backup, 'as it was')
  writeFileSync(join(folder, 'Debate.verbatim'), 'damaged')

  expect(restoreBackup(backup)).toBe(join(folder, 'Debate 2026-06-11.verbatim'))
  writeFileSync(join(folder, 'Debate 2026-06-11.verbatim'), 'worked on')
  expect(restoreBackup(backup)).toBe(join(folder, 'Debate 2026-06-11 2.verbatim'))

  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  expect(readdirSync(folder).sort()).toEqual([
    'Debate 2026-06-11 2.verbatim',
    'Debate 2026-06-11.verbatim',
    'Debate.verbatim',
    'Debate.verbatim.backups',
  ])
  expect(read('Debate 2026-06-11 2.verbatim')).toBe('as it was')
  expect(read('Debate 2026-06-11.verbatim')).toBe('worked on')
  expect(read('Debate.verbatim')).toBe('damaged')
  expect(readFileSync(backup, 'utf8')).toBe('as it was')
})
