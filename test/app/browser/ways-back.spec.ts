// The ways back: a backup with a preview, a conflict copy that is merged, and what can be read of a damaged project.
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '../../../electron/core/store/database'
import { act } from '../../../electron/core/store/act'
import { insertPassage, listPassages } from '../../../electron/core/store/passages'
import { listSources } from '../../../electron/core/store/sources'
import { getText } from '../../../electron/core/store/transcripts'
import { expect, test } from '../launch'
import {
  closeProject,
  expectSaved,
  makeProjectWithTranscripts,
  mark,
  openTranscript,
  runCommand,
  transcriptOf,
} from '../steps'

const HEARING = 'night-bus-hearing'
const FORTY = 'Forty people walk home along the ring road in the dark, every night of the week.'
const ACCIDENT = 'A bus is cheaper than one accident.'
const COPY = 'Ways (Anna’s conflicted copy 2026-11-23).verbatim'

test('a project goes back to a backup, takes over what another computer did, and is salvaged', async ({
  browserApp: app,
}) => {
  const { page } = app
  const file = await makeProjectWithTranscripts(app, 'Ways')
  const transcript = await openTranscript(page, HEARING)
  await mark(page, transcript, FORTY, 'Mark without a camp')
  await expectSaved(page)

  await test.step('a backup is restored, after it was shown what that changes', async () => {
    await runCommand(page, 'Restore a backup')
    const dialog = page.getByRole('dialog', { name: 'Backups' })
    await dialog.getByRole('button', { name: 'Back up now' }).click()
    await expect(dialog.getByRole('option')).toHaveCount(1)
    await expect(dialog.getByRole('region', { name: 'What restoring would change' })).toContainText(
      'nothing to restore',
    )
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('blockquote')).toHaveCount(0)
    await runCommand(page, 'Restore a backup')
    const preview = dialog.getByRole('region', { name: 'What restoring would change' })
    await expect(preview).toContainText('1 comes back')
    await expect(preview).toContainText(FORTY)
    await dialog.getByRole('button', { name: 'Restore this backup' }).click()
    await expect(page.getByText('The backup was restored')).toBeVisible()
    await runCommand(page, 'Restore a backup')
    await expect(dialog.getByRole('option', { name: /before restoring/ })).toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
  })

  await test.step('a conflict copy is compared and merged, and that is undone as one step', async () => {
    await page.getByRole('button', { name: 'Library' }).click()
    await closeProject(page, 'Ways')
    const copy = join(app.folder, COPY)
    await copyFile(file, copy)
    const there = openDatabase(copy, { readOnly: false, backsUp: false })
    const { id } = listSources(there).find(({ title }) => title === HEARING)!
    const start = getText(there, id).indexOf(ACCIDENT)
    act(there, 'passage.mark', (w) =>
      insertPassage(w, { sourceId: id, ranges: [{ start, end: start + ACCIDENT.length }] }),
    )
    there.close()
    await app.reopen(file)
    const banner = page.getByRole('status').filter({ hasText: 'Another copy of this project lies beside it' })
    await banner.getByRole('button', { name: 'Compare and merge…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Merge a copy of the project' })
    const only = dialog.getByRole('region', { name: 'Only in the copy' })
    await expect(only.getByRole('listitem')).toHaveCount(1)
    await expect(only).toContainText(ACCIDENT)
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
    await expect(page.getByText(`Merged with ${COPY}`)).toBeVisible()
    await openTranscript(page, HEARING)
    await expect(
      page.getByRole('navigation', { name: 'Passages' }).or(transcriptOf(page, HEARING)).first(),
    ).toBeVisible()
    await closeProject(page, 'Ways')
    const merged = openDatabase(file, { readOnly: true })
    expect(listPassages(merged).map(({ text }) => text)).toEqual([FORTY, ACCIDENT])
    merged.close()
    await rm(copy)
  })

  await test.step('without a backup, what can be read of a damaged project is saved into a new one', async () => {
    await rm(`${file}.backups`, { recursive: true, force: true })
    const bytes = await readFile(file)
    const pageSize = bytes.readUInt16BE(16)
    bytes.fill(0xa5, bytes.length - pageSize * 3)
    await writeFile(file, bytes)
    await app.reopen()
    await page.getByRole('button', { name: 'Open Ways', exact: true }).click()
    const damaged = page.getByRole('alertdialog')
    await expect(damaged).toContainText('The project is damaged')
    await expect(damaged.getByRole('button', { name: 'Open a copy of the backup' })).toHaveCount(0)
    await damaged.getByRole('button', { name: 'Salvage what can be read' }).click()
    await expect(damaged).toContainText('It holds 4 sources')
    await expect(damaged).toContainText('Ways salvaged.verbatim')
    await damaged.getByRole('button', { name: 'Open the salvaged project' }).click()
    await expect(page.getByRole('rowheader', { name: HEARING })).toBeVisible()
    expect((await readFile(file)).equals(bytes)).toBe(true)
  })
})
