import { describe, expect, it } from 'vitest'
import en from '../../assets/locales/en/native.json'
import zh from '../../assets/locales/zh/native.json'
import { nativeTexts, uiLanguage } from '../../electron/main/native-texts'

describe('the texts of menus and dialogs', () => {
  it('are the same in both languages, each of them said', () => {
    const keys = (texts: object) =>
      Object.entries(texts).flatMap(([group, items]: [string, object]) =>
        Object.keys(items).map((key) => `${group}.${key}`),
      )
    expect(keys(zh)).toEqual(keys(en))
    expect([...Object.values(zh.menu), ...Object.values(zh.dialog)].filter((text) => text.trim() === '')).toEqual([])
  })

  it('speak the language asked for', () => {
    expect(nativeTexts('en')('menu.openProject')).toBe('Open Project…')
    expect(nativeTexts('zh')('menu.openProject')).toBe('打开项目…')
    expect(nativeTexts('zh')('dialog.copyName', { name: '<世界>' })).toBe('<世界> 副本')
  })

  it.each([
    [null, 'zh-CN', 'zh'],
    [null, 'zh-TW', 'zh'],
    [null, 'de', 'en'],
    ['en', 'zh-CN', 'en'],
    ['zh', 'de', 'zh'],
  ] as const)('are chosen by the user (%s), then by the system (%s): %s', (chosen, system, language) => {
    expect(uiLanguage(chosen, system)).toBe(language)
  })
})
