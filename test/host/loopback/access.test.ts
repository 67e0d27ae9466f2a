import { describe, expect, it } from 'vitest'
import { checkOrigin, checkToken } from '../../../electron/host/loopback/access'

const port = 4321
const check = (headers: Record<string, string>) => () => checkOrigin((name) => headers[name], port)

describe('who is answered', () => {
  it.each([
    { host: '127.0.0.1:4321' },
    { host: 'localhost:4321', origin: 'http://localhost:4321', 'sec-fetch-site': 'same-origin' },
    { host: '127.0.0.1:4321', 'sec-fetch-site': 'none' },
  ])('the page itself, or an address typed in: %j', (headers) => {
    expect(check(headers)).not.toThrow()
  })

  it.each([
    {},
    { host: 'evil.example:4321' },
    { host: '127.0.0.1' },
    { host: '127.0.0.1:80' },
    { host: '127.0.0.1.evil.example:4321' },
    { host: '127.0.0.1:4321', origin: 'https://evil.example' },
    { host: '127.0.0.1:4321', origin: 'http://127.0.0.1:9999' },
    { host: '127.0.0.1:4321', origin: 'http://localhost:4321' },
    { host: '127.0.0.1:4321', origin: 'null' },
    { host: '127.0.0.1:4321', 'sec-fetch-site': 'cross-site' },
    { host: '127.0.0.1:4321', 'sec-fetch-site': 'same-site' },
  ])('nobody else: %j', (headers) => {
    expect(check(headers)).toThrow(expect.objectContaining({ code: 'not-allowed' }))
  })

  it.each([undefined, '', 'secret', 'Bearer', 'Bearer secre', 'Bearer secret2', 'bearer secret'])(
    'nobody with the token %j',
    (authorization) => {
      expect(() => checkToken(() => authorization, 'secret')).toThrow(expect.objectContaining({ code: 'not-allowed' }))
      expect(() => checkToken(() => 'Bearer secret', 'secret')).not.toThrow()
    },
  )
})
