import { expect, it } from 'vitest'
import { exportFileName } from '../../../electron/core/shell/export-file'

it.each([
  ['Thinking, or not?', 'md', 'Thinking, or not.md'],
  ['世界模型', 'html', '世界模型.html'],
  ['Debate', 'bundle', 'Debate.json'],
  ['Debate', '../../x', 'Debate.x'],
])('names the export of %j as %s %j', (title, format, name) => {
  expect(exportFileName(title, format)).toBe(name)
})
