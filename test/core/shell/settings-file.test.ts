import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings, saveSettings } from '../../../electron/core/shell/settings-file'
import { temporaryFolder } from '../../temporary-folder'

describe('settings', () => {
  it('start with the language of the system and its theme', async () => {
    expect(await readSettings(join(temporaryFolder(), 'settings.json'))).toEqual({ language: null, theme: 'system' })
  })

  it('keep what a change does not name', async () => {
    const file = join(temporaryFolder(), 'new', 'folder', 'settings.json')
    await saveSettings(file, { language: 'zh' })
    expect(await saveSettings(file, { theme: 'dark' })).toEqual({ language: 'zh', theme: 'dark' })
    expect(await saveSettings(file, { language: null })).toEqual({ language: null, theme: 'dark' })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ language: null, theme: 'dark' })
  })

  it.each([
    ['{"language":"zh","theme":"purple"}', { language: 'zh', theme: 'system' }],
    ['{"language":7,"theme":"light"}', { language: null, theme: 'light' }],
    ['{"theme":"da', { language: null, theme: 'system' }],
    ['[]', { language: null, theme: 'system' }],
  ])('read %j as far as it makes sense', async (text, settings) => {
    const file = join(temporaryFolder(), 'settings.json')
    writeFileSync(file, text)
    expect(await readSettings(file)).toEqual(settings)
  })
})
