import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DECISIONS, REMEDIES, remediesOf, type Means } from '../../renderer/features/frame/remedies'
import { say } from '../../shared/domain/messages/message'
import { UI_LANGUAGES } from '../../shared/domain/language'
import { AppError, ERROR_CODES, type ErrorCode, type Recovery, toErrorData } from '../../shared/errors'

const EVERYTHING: Means = { canRetry: true, hasProject: true, canChoose: true }

const errorOf = (code: ErrorCode, recovery: Recovery = { kind: 'none' }) =>
  toErrorData(new AppError(code, say('went-wrong', { detail: 'x' }), { recovery }))

describe('the buttons beside an error', () => {
  it('are decided for every code: some, or a reason why none can help', () => {
    expect(Object.keys(DECISIONS).sort()).toEqual([...ERROR_CODES].sort())
    const undecided = ERROR_CODES.filter((code) => {
      const decided = DECISIONS[code]
      return 'because' in decided ? decided.because.length < 10 : decided.length === 0
    })
    expect(undecided).toEqual([])
  })

  it.each(UI_LANGUAGES)('have words in %s', (language) => {
    const file = join(import.meta.dirname, '../../assets/locales', language, 'errors.json')
    const { recovery } = JSON.parse(readFileSync(file, 'utf8')) as { recovery: Record<string, string> }
    expect(REMEDIES.filter((remedy) => !recovery[remedy])).toEqual([])
  })

  it('are first what the error itself names, at most two', () => {
    const path = '/debate.verbatim'
    expect(
      remediesOf(errorOf('project-locked', { kind: 'open-read-only', path, canTakeOver: true }), EVERYTHING),
    ).toEqual(['openReadOnly', 'takeOver'])
    expect(
      remediesOf(errorOf('project-locked', { kind: 'open-read-only', path, canTakeOver: false }), EVERYTHING),
    ).toEqual(['openReadOnly', 'retry'])
    expect(remediesOf(errorOf('read-only', { kind: 'open-for-writing', path }), EVERYTHING)).toEqual([
      'openForWriting',
      'keepCopy',
    ])
    expect(remediesOf(errorOf('project-replaced', { kind: 'keep-copy' }), EVERYTHING)).toEqual(['keepCopy'])
    expect(remediesOf(errorOf('disk-full', { kind: 'retry' }), EVERYTHING)).toEqual(['retry', 'keepCopy'])
    expect(remediesOf(errorOf('internal', { kind: 'retry' }), EVERYTHING)).toEqual(['retry', 'diagnostics'])
  })

  it('are only those that can do something here and now', () => {
    const nothing: Means = { canRetry: false, hasProject: false, canChoose: false }
    expect(remediesOf(errorOf('disk-full', { kind: 'retry' }), nothing)).toEqual([])
    expect(remediesOf(errorOf('project-foreign', { kind: 'choose-another' }), nothing)).toEqual([])
    expect(remediesOf(errorOf('project-foreign'), { ...nothing, canChoose: true })).toEqual(['chooseAnother'])
    expect(remediesOf(errorOf('internal'), nothing)).toEqual(['diagnostics'])
  })
})
