import { z } from 'zod'
import { BACKUP_MINUTES } from '../../../shared/domain/backup'
import { UI_LANGUAGES } from '../../../shared/domain/language'
import { TEXT_SIZES, TEXT_WIDTHS, THEMES, type Settings } from '../../../shared/shell'
import { readJsonFile, writeJsonFile } from './json-file'

const DEFAULTS: Settings = {
  language: null,
  theme: 'system',
  textSize: 100,
  textWidth: 'medium',
  backupMinutes: 15,
  recordsReading: true,
}

const settingsSchema = z.object({
  language: z.enum(UI_LANGUAGES).nullable().catch(DEFAULTS.language),
  theme: z.enum(THEMES).catch(DEFAULTS.theme),
  textSize: z.literal(TEXT_SIZES).catch(DEFAULTS.textSize),
  textWidth: z.enum(TEXT_WIDTHS).catch(DEFAULTS.textWidth),
  backupMinutes: z.literal(BACKUP_MINUTES).catch(DEFAULTS.backupMinutes),
  recordsReading: z.boolean().catch(DEFAULTS.recordsReading),
})

/** What a window may ask to change. */
export const settingsChange = z.object({
  language: z.enum(UI_LANGUAGES).nullable().optional(),
  theme: z.enum(THEMES).optional(),
  textSize: z.literal(TEXT_SIZES).optional(),
  textWidth: z.enum(TEXT_WIDTHS).optional(),
  backupMinutes: z.literal(BACKUP_MINUTES).optional(),
  recordsReading: z.boolean().optional(),
})

/** The settings in a file; each one that is missing or unknown has its default. */
export function readSettings(path: string): Promise<Settings> {
  return readJsonFile(path, settingsSchema, DEFAULTS)
}

/** Changes some settings and keeps the others; gives all of them. */
export async function saveSettings(path: string, change: z.output<typeof settingsChange>): Promise<Settings> {
  const before = await readSettings(path)
  const settings: Settings = {
    language: change.language === undefined ? before.language : change.language,
    theme: change.theme ?? before.theme,
    textSize: change.textSize ?? before.textSize,
    textWidth: change.textWidth ?? before.textWidth,
    backupMinutes: change.backupMinutes ?? before.backupMinutes,
    recordsReading: change.recordsReading ?? before.recordsReading,
  }
  await writeJsonFile(path, settings)
  return settings
}
