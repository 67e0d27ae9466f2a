import { timingSafeEqual } from 'node:crypto'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'

type FindHeader = (name: string) => string | undefined

/** Throws `not-allowed` unless a request names this host and comes from its own page, or from no page. */
export function checkOrigin(header: FindHeader, port: number): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const host = header('host')
  if (host === undefined || !hosts.includes(host)) throw refused('other-host')
  const origin = header('origin')
  if (origin !== undefined && origin !== `http://${host}`) throw refused('other-site')
  const site = header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw refused('other-site')
}

/** Throws `not-allowed` unless a request carries the token. */
export function checkToken(header: FindHeader, token: string): void {
  const expected = Buffer.from(`Bearer ${token}`)
  const given = Buffer.from(header('authorization') ?? '')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new AppError('not-allowed', say('key-missing'), {
      advice: say('open-printed-address'),
    })
  }
}

function refused(code: 'other-host' | 'other-site'): AppError {
  return new AppError('not-allowed', say(code))
}
