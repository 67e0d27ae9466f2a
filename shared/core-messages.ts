import type { CoreEvent } from './contract'
import type { Answer } from './shell'

/** What a window, or main, sends to core over its port. */
export interface CallMessage {
  readonly kind: 'call'
  /** Unique among this port's calls. */
  readonly id: number
  readonly name: string
  readonly input: unknown
}

/** What core sends over every port. */
export type CoreMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer<unknown> }
  | { readonly kind: 'event'; readonly event: CoreEvent }

/** What main sends to the process that runs core. `window` brings a window's port along. */
export type MainMessage = CallMessage | { readonly kind: 'window' } | { readonly kind: 'close' }

/** The channels between main and the preload script. */
export const CHANNELS = {
  /** Window to main, with an answer: a call of `Shell` by name, with its input. */
  shell: 'verbatim:shell',
  /** Window to main: the page listens; give it a port to core. */
  connect: 'verbatim:connect',
  /** Main to window: a new port to core. */
  port: 'verbatim:port',
  /** Main to window: a `WindowEvent`. */
  event: 'verbatim:event',
  /** Main to window: core stays down; calls that wait for it fail with this `ErrorData`. */
  gone: 'verbatim:gone',
} as const
