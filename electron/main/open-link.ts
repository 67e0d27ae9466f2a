import { dialog, shell } from 'electron'
import { say } from '../../shared/domain/messages/message'
import { AppError } from '../../shared/errors'
import { isWebAddress } from '../../shared/web-address'
import type { DialogContext } from './dialogs'

const OPEN = 0
const CANCEL = 1

/** Opens a page of the web in the user's browser, once they said so. Throws `not-allowed` for any other address. */
export async function openLink({ window, t }: DialogContext, address: string): Promise<void> {
  // As the browser will read it: the host in letters that cannot be mistaken for others.
  const { host, href } = parseUrl(isWebAddress(address) ? address : '')
  const question = {
    type: 'question',
    message: t('link.question', { host }),
    detail: `${href}\n\n${t('link.detail')}`,
    buttons: [t('link.open'), t('link.cancel')],
    defaultId: CANCEL,
    cancelId: CANCEL,
    noLink: true,
  } as const
  const options = { ...question, buttons: [...question.buttons] }
  const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
  if (response === OPEN) await shell.openExternal(href)
}

function parseUrl(address: string): URL {
  try {
    return new URL(address)
  } catch (cause) {
    throw new AppError('not-allowed', say('link-not-of-web'), { advice: say('copy-the-link'), cause })
  }
}
