import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RECORDING_ADDRESS, Recordings, requireRecording } from '../../../electron/core/shell/recordings'
import { temporaryFolder } from '../../temporary-folder'

/** A recording of ten bytes, opened; `get` asks for it as a player does. */
async function opened(name = 'talk.mp3') {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, '0123456789')
  const recordings = new Recordings()
  const recording = await recordings.open(path)
  const secret = 'address' in recording ? recording.address.slice(RECORDING_ADDRESS.length) : ''
  return {
    recordings,
    recording,
    path,
    secret,
    async get(range?: string, of = secret) {
      const { status, headers, body } = await recordings.respond(of, range)
      return { status, headers, text: body && (await new Response(body).text()) }
    },
  }
}

describe('the recording that is open', () => {
  it('is told by its name and kind, at an address that cannot be guessed', async () => {
    const { recording } = await opened()
    expect(recording).toEqual({
      kind: 'audio',
      name: 'talk.mp3',
      address: expect.stringMatching(/^\/media\/[\w-]{32}$/),
    })
    expect((await opened('talk.MP4')).recording.kind).toBe('video')
  })

  it('is given whole to whoever asks without a range', async () => {
    const { get } = await opened()
    expect(await get()).toMatchObject({
      status: 200,
      text: '0123456789',
      headers: {
        'content-type': 'audio/mpeg',
        'content-length': '10',
        'accept-ranges': 'bytes',
        'x-content-type-options': 'nosniff',
      },
    })
  })

  it.each([
    ['bytes=0-', '0123456789', 'bytes 0-9/10'],
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=9-9', '9', 'bytes 9-9/10'],
    ['bytes=7-100', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-100', '0123456789', 'bytes 0-9/10'],
  ])('gives %s as one piece', async (range, text, place) => {
    const { get } = await opened()
    const answer = await get(range)
    expect(answer).toMatchObject({ status: 206, text })
    expect(answer.headers).toMatchObject({ 'content-range': place, 'content-length': String(text.length) })
  })

  it.each(['bytes=10-', 'bytes=5-4', 'bytes=-', 'bytes=-0', 'bytes=a-b', 'bytes=0-1,3-4', 'lines=1-2'])(
    'refuses %s',
    async (range) => {
      const { get } = await opened()
      expect(await get(range)).toMatchObject({ status: 416, text: null, headers: { 'content-range': 'bytes */10' } })
    },
  )

  it('is the only file that can be reached, until another one is opened', async () => {
    const { recordings, get, path, secret } = await opened()
    for (const other of ['', 'x', `${secret}x`, '../talk.mp3', encodeURIComponent(path), path])
      expect(await get(undefined, other)).toMatchObject({ status: 404, text: null })
    await recordings.open(null)
    expect(await get()).toMatchObject({ status: 404, text: null })
  })
})

describe('a file that is not served', () => {
  it('is one that is gone, is a folder, or is no recording: the window learns its name alone', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'secret.txt'), 'secret')
    mkdirSync(join(folder, 'folder.mp3'))
    symlinkSync(join(folder, 'nowhere.mp3'), join(folder, 'link.mp3'))
    const recordings = new Recordings()
    for (const name of ['gone.mp3', 'secret.txt', 'folder.mp3', 'link.mp3'])
      expect(await recordings.open(join(folder, name))).toEqual({ kind: 'missing', name })
    expect(await recordings.open('talk.mp3')).toEqual({ kind: 'missing', name: 'talk.mp3' })
    expect(await recordings.open(null)).toEqual({ kind: 'none' })
  })

  it.each(['//server/share/talk.mp3', '\\\\server\\share\\talk.mp3'])('is one on another machine: %s', async (path) => {
    expect((await new Recordings().open(path)).kind).toBe('missing')
    expect(() => requireRecording(path)).toThrow(expect.objectContaining({ code: 'not-understood' }))
  })
})
