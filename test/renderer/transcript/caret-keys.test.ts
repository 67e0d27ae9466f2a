import { describe, expect, it } from 'vitest'
import { caretMoveOf, type KeyPress } from '../../../renderer/features/transcript/document/caret-keys'

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
