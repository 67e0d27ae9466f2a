import { describe, expect, it } from 'vitest'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { OfferedPaths } from '../../../electron/core/shell/offered-paths'
import { answerShell, type HostShell } from '../../../electron/core/shell/shell-calls'

/** A host whose only project is open already. */
const host = {
  openProject: async ({ path }: { path?: string | undefined }) => {
    throw new AppError('project-locked', say('project-held-somehow', { file: path ?? '' }), {
      recovery: { kind: 'open-read-only', path: path ?? '', canTakeOver: false },
    })
  },
  forgetProject: async () => undefined,
} as unknown as HostShell

describe('a call of a window to its host', () => {
  it('answers a failure as plain data', async () => {
    expect(await answerShell(host, 'openProject', { path: '/a.verbatim' })).toEqual({
      ok: false,
      error: {
        code: 'project-locked',
        message: '/a.verbatim is open elsewhere (another program)',
        advice: '',
        text: { code: 'project-held-somehow', params: { file: '/a.verbatim' } },
        recovery: { kind: 'open-read-only', path: '/a.verbatim', canTakeOver: false },
      },
    })
  })

  it.each([
    ['constructor', {}, 'unknown-method'],
    ['giveFiles', ['/etc/passwd'], 'unknown-method'],
    [7, {}, 'unknown-method'],
    ['openProject', { path: 7 }, 'invalid-input'],
    ['openProject', undefined, 'invalid-input'],
    ['forgetProject', '', 'invalid-input'],
    ['saveSettings', { theme: 'purple' }, 'invalid-input'],
    ['savePicture', { title: 'x', format: 'html', base64: 'eA==' }, 'invalid-input'],
    ['savePicture', { title: 'x', format: 'svg', base64: '<svg>' }, 'invalid-input'],
  ])('to %j with %j is %s', async (name, input, code) => {
    expect(await answerShell(host, name, input)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('the paths that errors offer', () => {
  it('may be opened after the error, and not before', async () => {
    const offered = new OfferedPaths()
    expect(offered.has('/backups/1.verbatim')).toBe(false)
    const damaged = new AppError('project-damaged', say('project-is-damaged-somehow', { file: '1.verbatim' }), {
      recovery: { kind: 'open-backup', path: '/backups/1.verbatim', project: '/1.verbatim' },
    })
    await expect(offered.watch(() => Promise.reject(damaged))).rejects.toBe(damaged)
    expect(offered.has('/backups/1.verbatim')).toBe(true)
  })
})
