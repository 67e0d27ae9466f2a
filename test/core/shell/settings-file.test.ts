import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings, saveSettings } from '../../../electron/core/shell/settings-file'
import { temporaryFolder } from '../../temporary-folder'

const DEFAULTS = {
  language: null,
  theme: 'system',
  textSize: 100,
  textWidth: 'medium',
  backupMinutes: 15,
  recordsReading: true,
}

describe('settings', () => {
  it('start with the language of the system and its theme, and text of a usual size', async () => {
    expect(await readSettings(join(temporaryFolder(), 'settings.json'))).toEqual(DEFAULTS)
  })

  it('keep what a change does not name', async () => {
    const file = join(temporaryFolder(), 'new', 'folder', 'settings.json')
    await saveSettings(file, { language: 'zh', textSize: 130, recordsReading: false })
    const dark = { ...DEFAULTS, language: 'zh', theme: 'dark', textSize: 130, recordsReading: false }
    expect(await saveSettings(file, { theme: 'dark' })).toEqual(dark)
    const system = { ...dark, language: null, textWidth: 'wide' }
    expect(await saveSettings(file, { language: null, textWidth: 'wide' })).toEqual(system)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(system)
  })

  it.each([
    ['{"language":"zh","theme":"purple"}', { ...DEFAULTS, language: 'zh' }],
    ['{"language":7,"theme":"light"}', { ...DEFAULTS, theme: 'light' }],
    ['{"textSize":101,"textWidth":"endless"}', DEFAULTS],
    ['{"textSize":85,"textWidth":"narrow"}', { ...DEFAULTS, textSize: 85, textWidth: 'narrow' }],
    ['{"theme":"da', DEFAULTS],
    ['[]', DEFAULTS],
  ])('read %j as far as it makes sense', async (text, settings) => {
    const file = join(temporaryFolder(), 'settings.json')
    writeFileSync(file, text)
    expect(await readSettings(file)).toEqual(settings)
  })
})
