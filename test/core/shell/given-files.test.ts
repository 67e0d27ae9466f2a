import { describe, expect, it } from 'vitest'
import { GivenFiles } from '../../../electron/core/shell/given-files'

describe('given files', () => {
  it('are found by their token alone, whatever name the window gives', () => {
    const files = new GivenFiles()
    const { token, name } = files.give('/home/ada/interview.vtt')
    expect(name).toBe('interview.vtt')
    expect(token).not.toContain('ada')
    expect(files.get({ token, name: '/etc/passwd' })).toEqual({
      path: '/home/ada/interview.vtt',
      name: 'interview.vtt',
    })
  })

  it('have a token each, and go when they are forgotten', () => {
    const files = new GivenFiles()
    const first = files.give('/a/x.txt')
    const second = files.give('/b/x.txt', 'the second.txt')
    files.forget(first.token)
    expect(() => files.get(first)).toThrow("The file 'x.txt' is no longer at hand")
    expect(files.get(second)).toEqual({ path: '/b/x.txt', name: 'the second.txt' })
  })

  it('that were never given have no path', () => {
    expect(() => new GivenFiles().get({ token: '/etc/passwd', name: 'passwd' })).toThrow(
      expect.objectContaining({ code: 'file-missing' }),
    )
  })
})
