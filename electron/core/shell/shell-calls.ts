import { z } from 'zod'
import { exportOptions, type Input, type Invoke, type MethodName, type Output } from '../../../shared/contract'
import { UI_LANGUAGES } from '../../../shared/domain/language'
import { say } from '../../../shared/domain/messages/message'
import { AppError, toErrorData } from '../../../shared/errors'
import { importChoice, readingChoice } from '../../../shared/import-choice'
import { prose } from '../../../shared/schemas'
import { searchRequest } from '../../../shared/search-schemas'
import { type Answer, CHOICES_OF_FILES, PICTURE_FORMATS, type Shell } from '../../../shared/shell'
import { asFileError } from '../store/file-errors'
import { readingPlace, sourceId } from './reading-places'
import { settingsChange } from './settings-file'

const none = z.undefined().or(z.null())
const path = z.string().min(1).max(4096)
const job = z.string().min(1).max(100)
/** In characters of Base64: what a call may carry, with room for the rest of it. */
const MAX_PICTURE_LENGTH = 15_000_000
const givenFile = z.object({ token: z.string().max(100), name: z.string().max(1000) })

/**
 * What a window may pass with each call of `Shell`, checked where the call enters its host. `giveFiles` is not here:
 * how a file comes over is each host's own.
 */
export const shellInputs = {
  info: none,
  settings: none,
  saveSettings: settingsChange,
  findReadingPlace: sourceId,
  saveReadingPlace: readingPlace,
  listProjects: none,
  forgetProject: path,
  openProject: z.object({ path: path.optional(), readOnly: z.boolean().optional(), takeOver: z.boolean().optional() }),
  salvageProject: path,
  newProject: z.object({ title: z.string().max(500), language: z.enum(UI_LANGUAGES), example: z.boolean() }),
  closeProject: none,
  chooseTranscripts: z.enum(CHOICES_OF_FILES),
  previewTranscripts: z.object({ files: z.array(givenFile.extend(readingChoice.shape)).max(100_000), job }),
  importTranscripts: z.object({ files: z.array(givenFile.extend(importChoice.shape)).max(100_000), job }),
  exportReview: z.object({
    reviewId: z.string().max(200),
    format: z.string().max(20),
    strict: z.boolean(),
    options: exportOptions.optional(),
    change: prose.min(1).optional(),
    revision: z.string().max(200).optional(),
  }),
  exportHits: searchRequest,
  savePicture: z.object({
    title: z.string().max(1000),
    format: z.enum(PICTURE_FORMATS),
    base64: z.base64().min(1).max(MAX_PICTURE_LENGTH),
  }),
  backupProject: none,
  openRecording: sourceId,
  attachRecording: sourceId,
  openLink: z.string().max(10_000),
} satisfies Partial<Record<keyof Shell, z.ZodType>>

type ShellInputs = typeof shellInputs

/** A host's side of `Shell`, on checked input. */
export type HostShell = {
  [Name in keyof ShellInputs]: (input: z.output<ShellInputs[Name]>) => Promise<Awaited<ReturnType<Shell[Name]>>>
}

/** Runs one call of a window to its host. Never throws: the outcome is plain data. */
export async function answerShell(shell: HostShell, name: unknown, input: unknown): Promise<Answer<unknown>> {
  try {
    if (typeof name !== 'string' || !Object.hasOwn(shellInputs, name)) {
      throw new AppError('unknown-method', say('no-such-call', { name: String(name) }))
    }
    const parsed = shellInputs[name as keyof ShellInputs].safeParse(input)
    if (!parsed.success) {
      throw new AppError('invalid-input', say('call-not-taken', { name }), {
        cause: parsed.error,
      })
    }
    const run = shell[name as keyof ShellInputs] as (checked: unknown) => Promise<unknown>
    return { ok: true, value: await run(parsed.data) }
  } catch (error) {
    return { ok: false, error: toErrorData(asFileError(error)) }
  }
}

/** Core's methods as functions that throw what core refused, for a host to build on. */
export function askingCore(call: (name: MethodName, input: unknown) => Promise<Answer<unknown>>): Invoke {
  return async <Name extends MethodName>(name: Name, input: Input<Name>) => {
    const answer = await call(name, input)
    if (!answer.ok) throw AppError.from(answer.error)
    return answer.value as Output<Name>
  }
}
