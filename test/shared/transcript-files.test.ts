import { expect, it } from 'vitest'
import { formats } from '../../electron/core/import/formats'
import { TRANSCRIPT_EXTENSIONS } from '../../shared/transcript-files'

it('offers in file choosers what import finds in folders', () => {
  const known = new Set(formats.flatMap((format) => format.extensions))
  expect(TRANSCRIPT_EXTENSIONS.map((extension) => `.${extension}`).sort()).toEqual([...known].sort())
})
