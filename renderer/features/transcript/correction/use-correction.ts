import { useEffect, useMemo, useRef, useState } from 'react'
import { createEditor } from 'slate'
import { withReact } from 'slate-react'
import { invertEdits } from '../../../../shared/anchoring/edits'
import type { CorrectionDraft, CorrectionReport, TextEdit } from '../../../../shared/domain/correction'
import type { RevisionId, SourceId } from '../../../../shared/domain/ids'
import { attempt, forget, invoke, read } from '../../../api'
import { translate } from '../../../i18n'
import { afterPaint } from '../../../ui/after-paint'
import { showToast } from '../../../ui/toast'
import { pathOfBlock, type TranscriptDocument } from '../document/nodes'
import { Corrections } from './corrections'
import { withCorrections } from './with-corrections'

/** As long as what was typed may be in this window alone. */
const KEEP_AFTER = 500

/** The text of a transcript as it is being corrected, and the editor that does it; for as long as the document. */
export function useCorrectableEditor(document: TranscriptDocument) {
  return useMemo(() => {
    const corrections = new Corrections(document.text, document.blocks)
    const editor = withCorrections(withReact(createEditor()), corrections, (why) =>
      showToast({ kind: 'note', title: translate(`transcript:correct.refused.${why}`) }),
    )
    // Given here it is taken as it is; as an initial value, Slate would go through all of it and copy it the second time.
    editor.children = document.value
    return { corrections, editor }
  }, [document])
}

export interface CorrectionInput extends ReturnType<typeof useCorrectableEditor> {
  readonly sourceId: SourceId
  readonly revision: RevisionId
  readonly document: TranscriptDocument
  readonly readOnly: boolean
  readonly onStored: (report: CorrectionReport) => void
}

/**
 * A session of corrections: begun, kept as a draft while it lasts, and stored as one revision or discarded. A draft
 * that an earlier session left is gone on with.
 */
export function useCorrection({
  corrections,
  editor,
  sourceId,
  revision,
  document,
  readOnly,
  onStored,
}: CorrectionInput) {
  const [isOn, setOn] = useState(false)
  const [isStoring, setStoring] = useState(false)
  const [draft, setDraft] = useState<CorrectionDraft | null>(null)
  /** False once the session has ended: a draft that is kept then would be of a text that is no longer the current one. */
  const keepsDraft = useRef(false)

  useEffect(() => {
    if (readOnly) return undefined
    let isCurrent = true
    // The text is read first.
    const stopWaiting = afterPaint(() => {
      void attempt(() => read('source.findDraft', { id: sourceId })).then((found) => {
        if (isCurrent && found?.baseRevision === revision) setDraft(found)
      })
    })
    return () => {
      isCurrent = false
      stopWaiting()
    }
  }, [sourceId, revision, readOnly])

  useEffect(() => {
    if (!isOn) return undefined
    keepsDraft.current = true
    corrections.kept(corrections.version)
    let timer: number | undefined
    const keep = () => {
      clearTimeout(timer)
      timer = undefined
      if (!keepsDraft.current || corrections.isKept) return
      const { version } = corrections
      const edits = corrections.all()
      void attempt(async () => {
        await keepDraft(sourceId, revision, edits)
        corrections.kept(version)
      })
    }
    const keepSoon = () => {
      if (!corrections.isKept) timer ??= window.setTimeout(keep, KEEP_AFTER)
    }
    const stops = [corrections.subscribe(keepSoon), corrections.subscribeKept(keepSoon)]
    const keepHidden = () => {
      if (globalThis.document.visibilityState === 'hidden') keep()
    }
    window.addEventListener('pagehide', keep)
    globalThis.document.addEventListener('visibilitychange', keepHidden)
    return () => {
      for (const stop of stops) stop()
      keep()
      window.removeEventListener('pagehide', keep)
      globalThis.document.removeEventListener('visibilitychange', keepHidden)
    }
  }, [isOn, corrections, sourceId, revision])

  const pathOf = (block: number) => pathOfBlock(document, block)
  const end = () => {
    editor.isCorrecting = false
    keepsDraft.current = false
    setDraft(null)
    setOn(false)
  }
  const discard = async () => {
    const forgotten = await attempt(() => keepDraft(sourceId, revision, []).then(() => true))
    if (!forgotten) return
    const back = corrections.blocks.map(
      (block) => [block, invertEdits(corrections.storedText(block), corrections.of(block))] as const,
    )
    editor.load(new Map(back), pathOf)
    end()
  }

  return {
    isOn,
    isStoring,
    /** What an earlier session left, while nobody goes on with it. */
    draft: isOn ? null : draft,
    start() {
      if (readOnly || isOn) return
      editor.isCorrecting = true
      if (draft) editor.load(corrections.byBlock(draft.edits), pathOf)
      setOn(true)
    },
    discard,
    /** Stores what was corrected as a revision; ends when nothing was. */
    async store() {
      const edits = corrections.all()
      if (edits.length === 0) return discard()
      if (isStoring) return
      setStoring(true)
      keepsDraft.current = false
      const report = await attempt(() => invoke('source.correct', { id: sourceId, baseRevision: revision, edits }))
      setStoring(false)
      if (!report) {
        keepsDraft.current = true
        return
      }
      end()
      onStored(report)
    },
  }
}

function keepDraft(id: SourceId, baseRevision: RevisionId, edits: TextEdit[]): Promise<null> {
  const forgetRead = () => forget('source.findDraft', { id })
  forgetRead()
  // Who comes back meanwhile may have been given the draft before.
  return invoke('source.keepDraft', { id, baseRevision, edits }).finally(forgetRead)
}
