import { useRef, useState } from 'react'
import type { ReadingChoice } from '../../../../shared/domain/import-preview'
import type { GivenFile } from '../../../../shared/shell'
import { attempt, shell } from '../../../api'
import { draftsOf, type Edits, type FileDraft, type GivenPreview, withPreview } from './draft'

/** The files of an import, and what the user does to them before they are stored. */
export function useDrafts() {
  const [drafts, setDrafts] = useState<readonly FileDraft[]>([])
  /** The newest reading of each file: an older one that comes in later is not taken. */
  const newest = useRef(new Map<string, number>())
  const readings = useRef(0)

  const change = (ids: ReadonlySet<string>, update: (draft: FileDraft) => FileDraft) =>
    setDrafts((before) => before.map((draft) => (ids.has(draft.file.token) ? update(draft) : draft)))

  /** Looks at files again, each with its own settings changed as `choice` says. */
  const readAgain = async (ids: ReadonlySet<string>, choice: ReadingChoice) => {
    const files: (GivenFile & ReadingChoice)[] = drafts
      .filter(({ file }) => ids.has(file.token))
      .map(({ file, reading }) => ({ ...file, ...reading, ...choice }))
    if (files.length === 0) return
    const reading = (readings.current += 1)
    for (const { token } of files) newest.current.set(token, reading)
    change(ids, (draft) => ({ ...draft, isReading: true, reading: { ...draft.reading, ...choice } }))
    const report = await attempt(() =>
      shell.previewTranscripts({ files, job: `look-again-${reading}-${crypto.randomUUID()}` }),
    )
    const found = new Map(report?.files.map(({ file, ...preview }) => [file.token, preview]))
    const isNewest = ({ file }: FileDraft) => newest.current.get(file.token) === reading
    change(new Set(files.map(({ token }) => token)), (draft) => {
      if (!isNewest(draft)) return draft
      const preview = found.get(draft.file.token)
      return preview ? withPreview(draft, preview) : { ...draft, isReading: false }
    })
  }

  return {
    drafts,
    start: (previews: readonly GivenPreview[]) => {
      const found = draftsOf(previews)
      setDrafts(found)
      return found
    },
    readAgain,
    change,
    edit: (ids: ReadonlySet<string>, edits: Edits) =>
      change(ids, (draft) => ({ ...draft, edits: { ...draft.edits, ...edits } })),
  }
}
