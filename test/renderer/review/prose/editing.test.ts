import { createEditor, Editor, Transforms } from 'slate'
import { withReact } from 'slate-react'
import { describe, expect, it } from 'vitest'
import { findSectionKinds } from '../../../../renderer/features/review/prose/block-choices'
import {
  moveItem,
  setLink,
  sinkItem,
  startItem,
  toggleList,
  toggleMark,
  withoutEmptyItems,
} from '../../../../renderer/features/review/prose/edit-blocks'
import type { ProseNode } from '../../../../renderer/features/review/prose/nodes'
import { readBlocks } from '../../../../renderer/features/review/prose/read-prose'
import { triggerAt } from '../../../../renderer/features/review/prose/trigger'
import { itemAbove, withProse, type ProseEditorObject } from '../../../../renderer/features/review/prose/with-prose'
import { withUndo } from '../../../../renderer/features/review/prose/with-undo'
import { writeBlocks } from '../../../../renderer/features/review/prose/write-prose'

/** An editor with this Markdown, the caret at the end. */
function open(markdown = ''): ProseEditorObject {
  const editor = withProse(withUndo(withReact(createEditor())))
  const blocks = readBlocks(markdown)
  editor.children = (blocks.length > 0 ? blocks : [{ type: 'paragraph', children: [{ text: '' }] }]) as never
  Transforms.select(editor, Editor.end(editor, []))
  return editor
}

/** Types characters one by one, each as an action of its own: `⏎` is Enter, `⌫` deletes. */
function type(editor: ProseEditorObject, keys: string): void {
  for (const key of keys) {
    if (key === '⏎') editor.insertBreak()
    else if (key === '⌫') editor.deleteBackward('character')
    else editor.insertText(key)
    editor.operations = []
  }
}

const written = (editor: ProseEditorObject) => writeBlocks(editor.children as unknown as ProseNode[])

describe('Markdown as it is typed', () => {
  it.each([
    ['## Two⏎text', '## Two\n\ntext'],
    ['- one⏎two⏎⏎after', '- one\n- two\n\nafter'],
    ['3. three⏎four', '3. three\n4. four'],
    ['> said⏎⏎after', '> said\n\nafter'],
    ['- [ ] to do⏎next', '- [ ] to do\n- [ ] next'],
    ['a **bold** and *soft* and ~~gone~~ and `co*de*`.', 'a **bold** and *soft* and ~~gone~~ and `co*de*`.'],
    ['两边都承认:**缺司机**,而且', '两边都承认:**缺司机**,而且'],
    ['see [her](https://e.org).', 'see [her](https://e.org).'],
    ['---text', '---\n\ntext'],
    ['``` code⏎⏎⏎out', '```\ncode\n```\n\nout'],
    ['2 * 3 * 4, snake_case_name', '2 \\* 3 \\* 4, snake_case_name'],
    ['- one⏎⌫text', '- one\n\ntext'],
    ['# x⏎', '# x'],
  ])('%s', (keys, markdown) => {
    const editor = open()
    type(editor, keys)
    expect(written(editor)).toBe(markdown)
  })

  it('is what was typed again once it is taken back', () => {
    const editor = open()
    type(editor, '- ')
    expect(written(editor)).toBe('-')
    editor.undo()
    expect(Editor.string(editor, [])).toBe('- ')
    editor.redo()
    type(editor, 'item')
    expect(written(editor)).toBe('- item')
  })
})

describe('undo', () => {
  it('takes back a run of typing at once, and puts the caret where it was', () => {
    const editor = open('kept')
    type(editor, ' and more')
    editor.breakUndo()
    type(editor, '⏎next')
    editor.undo()
    editor.undo()
    expect(written(editor)).toBe('kept and more')
    editor.undo()
    expect(written(editor)).toBe('kept')
    expect(editor.selection?.anchor).toEqual({ path: [0, 0], offset: 4 })
    expect(editor.undo()).toBe(false)
    while (editor.redo());
    expect(written(editor)).toBe('kept and more\n\nnext')
  })
})

describe('what the keys and buttons do', () => {
  it('puts an item below the one before, and takes it out with those after it below', () => {
    const editor = open('- a\n- b')
    expect(sinkItem(editor, itemAbove(editor)![1])).toBe(true)
    expect(written(editor)).toBe('- a\n  - b')
    type(editor, '⏎⏎')
    expect(written(editor)).toBe('- a\n  - b\n-')
  })

  it('makes a list of blocks, the other list of it, and text again', () => {
    const editor = open('a\n\nb')
    Transforms.select(editor, Editor.range(editor, []))
    toggleList(editor, false)
    expect(written(editor)).toBe('- a\n- b')
    toggleList(editor, true)
    expect(written(editor)).toBe('1. a\n2. b')
    toggleList(editor, true)
    expect(written(editor)).toBe('a\n\nb')
  })

  it('moves an item with all below it, and not beyond its list', () => {
    const editor = open('- a\n- b\n  - below')
    expect(moveItem(editor, [0, 1], -1)).toBe(true)
    expect(written(editor)).toBe('- b\n  - below\n- a')
    expect([moveItem(editor, [0, 0], -1), moveItem(editor, [0, 1], 1), moveItem(editor, [0, 0, 1, 0], 1)]).toEqual([
      false,
      false,
      false,
    ])
    editor.undo()
    expect(written(editor)).toBe('- a\n- b\n  - below')
  })

  it('begins in an item of a list, or in a new one that is not kept when nothing is written', () => {
    const list = open('Asked:\n\n- a\n- b')
    startItem(list, 0)
    type(list, '!')
    startItem(list, 'new')
    expect(withoutEmptyItems(list.children as unknown as ProseNode[])).toHaveLength(2)
    expect(writeBlocks(withoutEmptyItems(list.children as unknown as ProseNode[]))).toBe('Asked:\n\n- a!\n- b')
    type(list, 'c')
    expect(written(list)).toBe('Asked:\n\n- a!\n- b\n- c')
    const empty = open()
    startItem(empty, 'new')
    expect(withoutEmptyItems(empty.children as unknown as ProseNode[])).toEqual([])
    type(empty, 'first⏎second')
    expect(written(empty)).toBe('- first\n- second')
  })

  it('marks and links what is selected', () => {
    const editor = open('one two')
    Transforms.select(editor, { anchor: { path: [0, 0], offset: 4 }, focus: { path: [0, 0], offset: 7 } })
    toggleMark(editor, 'strong')
    setLink(editor, 'https://e.org')
    expect(written(editor)).toBe('one **[two](https://e.org)**')
  })
})

describe('what is offered under a sign', () => {
  const titles = (kind: string) => (kind === 'camp' ? '阵营' : kind)

  it('is every section by its kind or its title', () => {
    expect(findSectionKinds('camp', titles)).toEqual(['camp'])
    expect(findSectionKinds('阵', titles)).toEqual(['camp'])
    expect(findSectionKinds('sect', titles)).toHaveLength(11)
    expect(findSectionKinds('nothing', titles)).toEqual([])
  })
})

describe('what the words before the caret ask for', () => {
  it.each([
    ['/he', 'block', 'he'],
    ['、标题', 'block', '标题'],
    ['words /', 'block', ''],
    ['as @Tomas F', 'passage', 'Tomas F'],
    ['如@末班车', 'passage', '末班车'],
  ])('%s', (text, kind, query) => {
    expect(triggerAt(open(text))).toMatchObject({ kind, query })
  })

  it.each(['and/or', 'a@b.org', 'an @ alone', 'plain', '这里、那里'])('nothing in %s', (text) => {
    expect(triggerAt(open(text))).toBeNull()
  })
})
