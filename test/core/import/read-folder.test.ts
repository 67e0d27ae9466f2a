import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { listTranscriptFiles } from '../../../electron/core/import/read-folder'
import { inFolder } from '../../builders'

it('lists transcripts in all subfolders in order, and says what it passed over', () =>
  inFolder((folder) => {
    mkdirSync(join(folder, 'b/.hidden'), { recursive: true })
    for (const file of ['z.SRT', 'a.vtt', 'b/c.md', 'b/c.mp3', '.DS_Store', 'b/.hidden/x.txt'])
      writeFileSync(join(folder, file), '')
    const { files, skipped } = listTranscriptFiles(folder)
    expect(files.map((file) => relative(folder, file))).toEqual(['a.vtt', join('b', 'c.md'), 'z.SRT'])
    expect(skipped.map(({ path }) => relative(folder, path))).toEqual([join('b', 'c.mp3')])
  }))

it('takes a file that is named, whatever its extension, and refuses a missing one', () =>
  inFolder((folder) => {
    const file = join(folder, 'talk.transcript')
    writeFileSync(file, '')
    expect(listTranscriptFiles(file).files).toEqual([file])
    expect(() => listTranscriptFiles(join(folder, 'nothing-here.txt'))).toThrow(/There is no file .*nothing-here/)
  }))
