import { execFileSync } from 'node:child_process'
import { copyFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './launch'
import { fixture, openTranscript } from './steps'

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.cjs')
const LAST_BUS = 'The last bus leaves at eleven, and the last shift ends at one.'

/** Silence as a WAV file: 8,000 samples a second, of one byte. */
function silence(seconds: number): Buffer {
  const data = Buffer.alloc(seconds * 8000, 128)
  const header = Buffer.alloc(44)
  header.write('RIFF')
  header.writeUInt32LE(36 + data.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(8000, 24)
  header.writeUInt32LE(8000, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(data.length, 40)
  return Buffer.concat([header, data])
}

test('play the recording that lay beside a transcript, from a turn, and follow it in the text', async ({ app }) => {
  test.setTimeout(60_000)
  const project = join(app.folder, 'Night bus.verbatim')
  const recording = join(app.folder, 'talk.wav')
  await copyFile(fixture('transcripts', 'night-bus-hearing.vtt'), join(app.folder, 'talk.vtt'))
  await writeFile(recording, silence(60))
  execFileSync(process.execPath, [CLI, 'new', project])
  execFileSync(process.execPath, [CLI, 'import', project, join(app.folder, 'talk.vtt')])
  let page = await app.reopen(project)
  const player = () => page.getByRole('region', { name: 'Recording' })
  const said = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('player-said') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
        (startContainer as Text).data.slice(startOffset, endOffset),
      ),
    )

  await test.step('from a turn', async () => {
    await openTranscript(page, 'talk')
    await expect(player().getByText('0:00 / 1:00')).toBeVisible()
    await page.getByRole('button', { name: 'Play from 0:07' }).click()
    await expect(player().getByRole('button', { name: 'Pause' })).toBeVisible()
    await expect.poll(said).toEqual([LAST_BUS])
  })

  await test.step('from the keyboard', async () => {
    await page.getByRole('document', { name: 'Transcript: talk' }).focus()
    await page.keyboard.press('Space')
    await expect(player().getByRole('button', { name: 'Play' })).toBeVisible()
    const position = player().getByRole('slider', { name: 'Position in the recording' })
    await position.fill('17')
    await expect.poll(said).toEqual(['A bus is cheaper than one accident.'])
    await page.keyboard.press('Shift+Comma')
    await expect(position).toHaveAttribute('aria-valuetext', '0:12')
  })

  await test.step('a file that is gone is told of, and can be detached', async () => {
    await rm(recording)
    page = await app.reopen(project)
    await openTranscript(page, 'talk')
    await expect(player().getByText('talk.wav is not where it was.')).toBeVisible()
    await player().getByRole('button', { name: 'Detach the recording' }).click()
    await expect(player()).toBeHidden()
  })
})
