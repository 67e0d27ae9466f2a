import { describe, expect, it } from 'vitest'
import { splitIntoBlocks } from '../../../renderer/features/transcript/document/blocks'
import { caretMoveOf, sentenceStep, type KeyPress } from '../../../renderer/features/transcript/document/caret-keys'
import { aTranscript } from './a-transcript'

function press(keys: string): KeyPress {
  const parts = keys.split('+')
  return {
    key: parts.at(-1)!,
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Cmd'),
    altKey: parts.includes('Alt'),
  }
}
const onLinux = (keys: string) => caretMoveOf(press(keys), false)
const onMac = (keys: string) => caretMoveOf(press(keys), true)

describe('keys of caret browsing', () => {
  it('step by character, word and line', () => {
    expect(onLinux('ArrowRight')).toEqual({ kind: 'step', direction: 'forward', by: 'character' })
    expect(onLinux('Ctrl+ArrowLeft')).toEqual({ kind: 'step', direction: 'backward', by: 'word' })
    expect(onMac('Alt+ArrowLeft')).toEqual({ kind: 'step', direction: 'backward', by: 'word' })
    expect(onLinux('Shift+ArrowDown')).toEqual({ kind: 'step', direction: 'forward', by: 'line' })
  })

  it('step by sentence, from paragraph to paragraph', () => {
    expect(onLinux('Alt+ArrowRight')).toEqual({ kind: 'sentence', direction: 'forward' })
    expect(onMac('Ctrl+Alt+ArrowLeft')).toEqual({ kind: 'sentence', direction: 'backward' })
    const { text, turns } = aTranscript('We build it. Who pays?', 'The bridge.')
    const document = { text, blocks: splitIntoBlocks(text, turns) }
    const walk = (from: number, direction: 'forward' | 'backward') => {
      const places = [from]
      for (let step = 0; step < 4; step += 1) places.push(sentenceStep(document, places.at(-1)!, direction, 'en'))
      return places
    }
    expect(walk(0, 'forward')).toEqual([0, 13, 24, 35, 35])
    expect(walk(35, 'backward')).toEqual([35, 24, 13, 0, 0])
  })

  it('go to the ends of a line and of the transcript', () => {
    expect(onLinux('End')).toEqual({ kind: 'step', direction: 'forward', by: 'lineboundary' })
    expect(onMac('Cmd+ArrowLeft')).toEqual({ kind: 'step', direction: 'backward', by: 'lineboundary' })
    expect(onLinux('Ctrl+End')).toEqual({ kind: 'document', direction: 'forward' })
    expect(onMac('Cmd+ArrowUp')).toEqual({ kind: 'document', direction: 'backward' })
  })

  it('select all, of the document and not of the page', () => {
    expect(onLinux('Ctrl+a')).toEqual({ kind: 'all' })
    expect(onMac('Cmd+a')).toEqual({ kind: 'all' })
    expect(onLinux('a')).toBeNull()
  })

  it('leave Alt with an arrow to the commands: it goes from passage to passage', () => {
    expect(onLinux('Alt+ArrowDown')).toBeNull()
    expect(onMac('Alt+ArrowDown')).toBeNull()
  })

  it('leave letters alone', () => {
    expect(onLinux('1')).toBeNull()
    expect(onLinux('Backspace')).toBeNull()
  })
})
