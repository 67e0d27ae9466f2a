import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { z } from 'zod'
import { CHANNELS } from '../../shared/core-messages'
import { say } from '../../shared/domain/messages/message'
import { AppError, toErrorData } from '../../shared/errors'
import type { Answer, GivenFile } from '../../shared/shell'
import { answerShell, type HostShell } from '../core/shell/shell-calls'
import { isAppUrl } from './security'

/** What the preload script sends of a file: its path is empty when the file is not on disk. */
const handedFiles = z.array(z.object({ name: z.string().max(1000), path: z.string().max(4096) })).max(100_000)
export type HandedFile = z.infer<typeof handedFiles>[number]

/** Answers the page's calls to main. Nobody but the page's own main frame is answered. */
export function bindIpc(options: {
  readonly isOurWindow: (contents: WebContents) => boolean
  readonly shell: HostShell
  readonly giveFiles: (files: readonly HandedFile[]) => readonly GivenFile[]
  readonly connect: (contents: WebContents) => void
}): void {
  const isOurs = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent) =>
    senderFrame !== null && options.isOurWindow(sender) && senderFrame === sender.mainFrame && isAppUrl(senderFrame.url)

  ipcMain.handle(CHANNELS.shell, async (event, name: unknown, input: unknown): Promise<Answer<unknown>> => {
    if (!isOurs(event)) return failed(new AppError('not-allowed', say('only-our-window')))
    if (name !== 'giveFiles') return answerShell(options.shell, name, input)
    try {
      return { ok: true, value: options.giveFiles(handedFiles.parse(input)) }
    } catch (error) {
      return failed(error)
    }
  })
  ipcMain.on(CHANNELS.connect, (event) => {
    if (isOurs(event)) options.connect(event.sender)
  })
}

function failed(error: unknown): Answer<never> {
  return { ok: false, error: toErrorData(error) }
}
