import { createEditor, Editor, Transforms } from 'slate'
import { describe, expect, it } from 'vitest'
import { splitIntoBlocks } from '../../../renderer/features/transcript/document/blocks'
import { buildDocument } from '../../../renderer/features/transcript/document/nodes'
import { withReadOnly } from '../../../renderer/features/transcript/document/with-read-only'
import { aTranscript } from './a-transcript'

describe('a read-only transcript', () => {
  const { text, turns } = aTranscript('We build the bridge.', 'Who pays?')
  const document = buildDocument(text, splitIntoBlocks(text, turns))
  const editor = withReadOnly(createEditor())
  editor.children = document.value
  const at = { path: [0, 0, 0, 0], offset: 3 }

  it('can be selected in', () => {
    Transforms.select(editor, at)
    expect(editor.selection?.anchor).toEqual(at)
  })

  it.each([
    ['typing', () => Transforms.insertText(editor, 'x', { at })],
    ['Enter', () => Transforms.splitNodes(editor, { at })],
    ['Backspace', () => Transforms.delete(editor, { at, unit: 'word' })],
    ['deleting all', () => Transforms.delete(editor, { at: Editor.range(editor, []) })],
    ['removing a turn', () => Transforms.removeNodes(editor, { at: [0, 0, 1] })],
  ])('refuses %s', (_, change) => {
    change()
    expect(editor.children).toBe(document.value)
  })
})
