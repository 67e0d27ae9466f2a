import { z } from 'zod'
import { UI_LANGUAGES } from '../../../shared/domain/language'
import { THEMES, type Settings } from '../../../shared/shell'
import { readJsonFile, writeJsonFile } from './json-file'

const settingsSchema = z.object({
  language: z.enum(UI_LANGUAGES).nullable().catch(null),
  theme: z.enum(THEMES).catch('system'),
})

const DEFAULTS: Settings = { language: null, theme: 'system' }

/** The settings in a file; each one that is missing or unknown has its default. */
export function readSettings(path: string): Promise<Settings> {
  return readJsonFile(path, settingsSchema, DEFAULTS)
}

/** Changes some settings and keeps the others; gives all of them. */
export async function saveSettings(
  path: string,
  change: { readonly [Name in keyof Settings]?: Settings[Name] | undefined },
): Promise<Settings> {
  const before = await readSettings(path)
  const settings: Settings = {
    language: change.language === undefined ? before.language : change.language,
    theme: change.theme ?? before.theme,
  }
  await writeJsonFile(path, settings)
  return settings
}
