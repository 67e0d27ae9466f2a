import { useEffect, useRef, useState } from 'react'
import { createEditor, type Descendant } from 'slate'
import { withReact } from 'slate-react'
import { useOnLeaving } from '../../../use-on-leaving'
import { PAUSE } from '../../../use-saved-text'
import type { ProseNode } from './nodes'
import { readProse, type ProseDocument } from './read-prose'
import { withPaste, type PasteEditor } from './with-paste'
import { withProse, type ProseEditorObject } from './with-prose'
import { withUndo } from './with-undo'
import { survivesWriting, writeProse } from './write-prose'

/** A document that is open in an editor. */
interface Session {
  readonly editor: ProseEditorObject & PasteEditor
  readonly document: ProseDocument
}

function openSession(markdown: string): Session {
  return {
    editor: withPaste(withProse(withUndo(withReact(createEditor())))),
    document: readProse(markdown, survivesWriting),
  }
}

export interface Prose {
  readonly editor: Session['editor']
  readonly value: Descendant[]
  /** To be called when the text changed. */
  readonly touch: () => void
  /** Saves what was typed and not saved yet. */
  readonly flush: () => void
  /** Some of the blocks as Markdown. */
  readonly write: (blocks: readonly ProseNode[]) => string
  /** While something is being asked for in the text, a pause does not save it. */
  readonly hold: (isHeld: boolean) => void
  /** What was typed is saved by somebody else: it is not saved here again. */
  readonly drop: () => void
}

/**
 * Prose that saves itself: after a pause, and when its editor is left, goes away or the window closes. What could not
 * be saved stays as it was typed; a change made elsewhere, by undo, is shown when nothing waits to be saved. `tidy`
 * gives the blocks as they are to be saved.
 */
export function useProse(
  stored: string,
  save: (markdown: string) => Promise<unknown> | void,
  tidy: (blocks: readonly ProseNode[]) => readonly ProseNode[],
): Prose {
  const [session, setSession] = useState(() => openSession(stored))
  const state = useRef({ session, known: stored, isTouched: false, isHeld: false, timer: 0, save })

  useEffect(() => {
    state.current.save = save
  }, [save])

  useEffect(() => {
    const now = state.current
    if (stored === now.known || now.isTouched) return
    now.known = stored
    now.session = openSession(stored)
    setSession(now.session)
  }, [stored])

  const flush = useRef(() => {
    const now = state.current
    window.clearTimeout(now.timer)
    if (!now.isTouched) return
    const { editor, document } = now.session
    const markdown = writeProse(tidy(editor.children as unknown as ProseNode[]), document)
    now.isTouched = false
    if (markdown === now.known) return
    now.known = markdown
    void Promise.resolve(now.save(markdown)).catch(() => {
      // The user was told; the text is still to be saved.
      now.isTouched = true
    })
  })

  const wait = useRef(() => {
    const now = state.current
    window.clearTimeout(now.timer)
    now.timer = window.setTimeout(() => (now.isHeld ? wait.current() : flush.current()), PAUSE)
  })

  useOnLeaving(flush.current)

  return {
    editor: session.editor,
    value: session.document.blocks,
    touch: () => {
      state.current.isTouched = true
      wait.current()
    },
    hold: (isHeld) => {
      state.current.isHeld = isHeld
    },
    flush: flush.current,
    write: (blocks) => writeProse(blocks, session.document),
    drop: () => {
      window.clearTimeout(state.current.timer)
      state.current.isTouched = false
    },
  }
}
