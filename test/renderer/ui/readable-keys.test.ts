import { expect, it } from 'vitest'
import { readableKeys } from '../../../renderer/ui/readable-keys'

it.each([
  ['$mod+k', 'Ctrl+K', '⌘K'],
  ['$mod+Shift+z', 'Ctrl+Shift+Z', '⌘⇧Z'],
  ['[Shift]+?', '?', '?'],
  ['g l', 'G L', 'G L'],
  ['Alt+ArrowUp', 'Alt+↑', '⌥↑'],
  ['$mod+,', 'Ctrl+,', '⌘,'],
])('shows %s as %s, and as %s on a Mac', (keys, other, mac) => {
  expect(readableKeys(keys, false)).toBe(other)
  expect(readableKeys(keys, true)).toBe(mac)
})
