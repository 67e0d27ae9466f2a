import { expect, it } from 'vitest'
import { allFormats, ARCHIVE_EXTENSION } from '../../electron/core/import/transcript-extensions'
import { TRANSCRIPT_EXTENSIONS } from '../../shared/transcript-files'

it('offers in file choosers what import finds in folders', () => {
  const known = new Set([...allFormats.flatMap((format) => format.extensions), ARCHIVE_EXTENSION])
  expect(TRANSCRIPT_EXTENSIONS.map((extension) => `.${extension}`).sort()).toEqual([...known].sort())
})
