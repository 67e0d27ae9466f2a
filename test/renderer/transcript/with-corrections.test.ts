import fc from 'fast-check'
import { createEditor, Editor, Transforms } from 'slate'
import { EDITOR_TO_ON_CHANGE } from 'slate-dom'
import { withReact } from 'slate-react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Corrections } from '../../../renderer/features/transcript/correction/corrections'
import { withCorrections } from '../../../renderer/features/transcript/correction/with-corrections'
import { splitIntoBlocks } from '../../../renderer/features/transcript/document/blocks'
import { buildDocument, pathOfBlock, pointOf } from '../../../renderer/features/transcript/document/nodes'
import { applyEdits, invertEdits } from '../../../shared/anchoring/edits'
import type { Turn } from '../../../shared/domain/turn'

/** An editor on a transcript whose turns are given; paragraphs in a turn are parted by a blank line. */
function correcting(...said: string[]) {
  let start = 0
  const turns = said.map((words, index): Turn => {
    const turn = { index, start, end: start + words.length, speakerId: null, startTime: null, endTime: null }
    start = turn.end + 2
    return turn
  })
  const text = said.join('\n\n')
  const document = buildDocument(text, splitIntoBlocks(text, turns))
  const corrections = new Corrections(text, document.blocks)
  const refused: string[] = []
  const editor = withCorrections(withReact(createEditor()), corrections, (why) => refused.push(why))
  editor.children = document.value
  editor.isCorrecting = true
  const pathOf = (block: number) => pathOfBlock(document, block)
  return {
    editor,
    corrections,
    refused,
    document,
    pathOf,
    /** Selects what the words are in the stored text, or puts the caret before them. */
    at(words: string, collapse: 'all' | 'before' | 'after' = 'all') {
      const from = text.indexOf(words)
      expect(from).toBeGreaterThan(-1)
      const [anchor, focus] = [pointOf(document, from), pointOf(document, from + words.length)]
      Transforms.select(editor, collapse === 'before' ? anchor : collapse === 'after' ? focus : { anchor, focus })
    },
    /** Every block's text as the editor has it. */
    shown: () => document.blocks.map(({ index }) => Editor.string(editor, pathOf(index))),
    corrected: () => applyEdits(text, corrections.all()),
  }
}

describe('a transcript that is corrected', () => {
  it('takes what is typed, and knows it as edits of the stored text', () => {
    const { editor, at, shown, corrections, corrected } = correcting('We traced the carbin.', 'Both ways?')
    at('carbin')
    for (const letter of 'carbon') editor.insertText(letter)
    at('Both', 'before')
    editor.insertText('In ')
    expect(shown()).toEqual(['We traced the carbon.', 'In Both ways?'])
    expect(corrections.all()).toEqual([
      { start: 14, end: 20, text: 'carbon' },
      { start: 23, end: 23, text: 'In ' },
    ])
    expect(corrected()).toBe('We traced the carbon.\n\nIn Both ways?')
    expect(corrections.count).toBe(2)
  })

  it('renders what the page shows already a moment later, and with whatever else changes', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { editor, at, shown, corrections } = correcting('We traced the carbin.', 'Both ways?')
    let rendered = 0
    EDITOR_TO_ON_CHANGE.set(editor, () => (rendered += 1))
    let published = 0
    corrections.subscribe(() => (published += 1))
    const kept: boolean[] = []
    corrections.subscribeKept(() => kept.push(corrections.isKept))
    at('carbin', 'after')
    await vi.advanceTimersByTimeAsync(0)
    rendered = 0

    for (const letter of 'ate') {
      editor.insertShown(letter)
      await vi.advanceTimersByTimeAsync(10)
    }
    await vi.advanceTimersByTimeAsync(100)
    expect(shown()[0]).toBe('We traced the carbinate.')
    expect(corrections.count).toBe(1)
    expect([rendered, published]).toEqual([0, 0])
    // That it is not on the disk is told at once.
    expect(kept).toEqual([false])
    await vi.advanceTimersByTimeAsync(200)
    expect([rendered, published]).toEqual([1, 1])

    editor.insertShown('s')
    await vi.advanceTimersByTimeAsync(10)
    editor.flush()
    editor.flush()
    expect([rendered, published]).toEqual([2, 2])
    await vi.advanceTimersByTimeAsync(1000)
    expect(rendered).toBe(2)

    editor.insertShown('!')
    editor.deleteBackward('character')
    await vi.advanceTimersByTimeAsync(0)
    expect(shown()[0]).toBe('We traced the carbinates.')
    expect([rendered, published]).toEqual([3, 3])
  })

  it('puts what is pasted on one line, without NUL and half characters', () => {
    const { editor, at, shown } = correcting('We traced it.')
    at('it', 'before')
    editor.insertText('all\r\nof\u2028\0\ud83d ')
    expect(shown()).toEqual(['We traced all of  it.'])
  })

  it('does not join or split turns and paragraphs', () => {
    const { editor, at, shown, refused } = correcting('One.\n\nTwo.', 'Three.')
    at('Two', 'before')
    editor.deleteBackward('character')
    at('Two.', 'after')
    editor.deleteForward('character')
    editor.insertBreak()
    at('Two.\n\nThree.')
    editor.insertText('x')
    editor.deleteFragment()
    expect(shown()).toEqual(['One.', 'Two.', 'Three.'])
    expect(refused).toEqual(['edge', 'edge', 'break', 'across', 'across'])
  })

  it('deletes across the paragraphs of one turn, and each stays', () => {
    const { editor, at, shown, corrected } = correcting('One two.\n\nThree.\n\nFour five.')
    at('two.\n\nThree.\n\nFour ')
    editor.deleteFragment()
    expect(shown()).toEqual(['One ', '', 'five.'])
    expect(corrected()).toBe('One \n\n\n\nfive.')
  })

  it('deletes whole characters and words, no farther than the paragraph', () => {
    const { editor, at, shown } = correcting('Yes 😀 e\u0301.', 'No')
    at('e\u0301.', 'after')
    editor.deleteBackward('character')
    editor.deleteBackward('character')
    editor.deleteBackward('character')
    editor.deleteBackward('character')
    expect(shown()).toEqual(['Yes ', 'No'])
    at('No', 'after')
    editor.deleteBackward('word')
    expect(shown()).toEqual(['Yes ', ''])
  })

  it('changes nothing before it is begun', () => {
    const { editor, at, shown, corrections } = correcting('We traced it.')
    editor.isCorrecting = false
    at('traced')
    editor.insertText('x')
    editor.deleteFragment()
    editor.deleteBackward('character')
    Transforms.splitNodes(editor)
    Transforms.removeNodes(editor)
    expect(shown()).toEqual(['We traced it.'])
    expect(corrections.all()).toEqual([])
  })

  it('keeps places of the stored text where its words are now', () => {
    const { editor, at, corrections } = correcting('We traced the carbon.')
    at('traced')
    editor.insertText('have followed')
    expect(corrections.toShown(0, 'We traced the '.length)).toBe('We have followed the '.length)
    expect(corrections.toStored(0, 'We have followed the '.length)).toBe('We traced the '.length)
  })

  it('goes on with a draft, and takes everything back when it is discarded', () => {
    const { editor, corrections, document, pathOf, shown } = correcting('We traced the carbin.', 'Both ways?')
    const draft = [
      { start: 3, end: 9, text: 'followed' },
      { start: 18, end: 19, text: 'o' },
      { start: 33, end: 33, text: ' Yes' },
    ]
    editor.load(corrections.byBlock(draft), pathOf)
    expect(shown()).toEqual(['We followed the carbon.', 'Both ways? Yes'])
    editor.undo()
    expect(shown()).toEqual(['We followed the carbon.', 'Both ways? Yes'])
    const back = corrections.blocks.map(
      (block) => [block, invertEdits(corrections.storedText(block), corrections.of(block))] as const,
    )
    editor.load(new Map(back), pathOf)
    expect(shown()).toEqual(document.blocks.map(({ start, end }) => document.text.slice(start, end)))
    expect(corrections.count).toBe(0)
  })

  it('whatever is typed: the edits give what is shown, and undo takes all of it back', () => {
    const said = ['We traced 😀 the carbon.\n\nBoth ways.', '森林会说话，真的。', 'So?']
    const key = fc.record({
      from: fc.nat(60),
      length: fc.nat(12),
      does: fc.constantFrom('a', 'tree ', '树', '😀', 'backward', 'forward', 'word', 'delete'),
    })
    fc.assert(
      fc.property(fc.array(key, { maxLength: 25 }), (keys) => {
        const { editor, corrections, document, shown, corrected } = correcting(...said)
        const before = shown()
        for (const { from, length, does } of keys) {
          const anchor = pointOf(document, Math.min(from, document.text.length))
          const focus = pointOf(document, Math.min(from + length, document.text.length))
          const fits = ({ path, offset }: typeof anchor) => ({
            path,
            offset: Math.min(offset, Editor.string(editor, path).length),
          })
          Transforms.select(editor, { anchor: fits(anchor), focus: fits(focus) })
          if (does === 'backward') editor.deleteBackward('character')
          else if (does === 'forward') editor.deleteForward('character')
          else if (does === 'word') editor.deleteBackward('word')
          else if (does === 'delete') editor.deleteFragment()
          else editor.insertText(does)
        }
        const after = shown()
        expect(document.blocks.map(({ index }) => corrections.textOf(index))).toEqual(after)
        const edits = corrections.all()
        for (let step = 0; step < 200; step += 1) editor.undo()
        expect(shown()).toEqual(before)
        expect(corrections.all()).toEqual([])
        for (let step = 0; step < 200; step += 1) editor.redo()
        expect(shown()).toEqual(after)
        expect(corrected()).toBe(applyEdits(document.text, edits))
      }),
      { numRuns: 60 },
    )
  })
})
