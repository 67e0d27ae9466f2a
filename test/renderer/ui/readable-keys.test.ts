import { expect, it } from 'vitest'
import { readableKeys } from '../../../renderer/ui/readable-keys'

it.each([
  ['$mod+k', 'Ctrl+K', '⌘K'],
  ['$mod+Shift+z', 'Ctrl+Shift+Z', '⇧⌘Z'],
  ['$mod+Alt+b', 'Ctrl+Alt+B', '⌥⌘B'],
  ['[Shift]+?', '?', '?'],
  ['g l', 'G L', 'G L'],
  ['Alt+ArrowUp', 'Alt+↑', '⌥↑'],
  ['$mod+,', 'Ctrl+,', '⌘,'],
  ['BracketRight', ']', ']'],
  ['$mod+BracketLeft', 'Ctrl+[', '⌘['],
  ['Delete', 'Del', '⌦'],
  ['Enter', 'Enter', '↩'],
  ['Escape', 'Esc', '⎋'],
  ['KeyN', 'N', 'N'],
])('shows %s as %s, and as %s on a Mac', (keys, other, mac) => {
  expect(readableKeys(keys, false)).toBe(other)
  expect(readableKeys(keys, true)).toBe(mac)
})
