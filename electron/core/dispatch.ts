import type { z } from 'zod'
import { contract, type Caller, type MethodName } from '../../shared/contract'
import { assertNever } from '../../shared/domain/assert-never'
import { say } from '../../shared/domain/messages/message'
import { AppError, toErrorData } from '../../shared/errors'
import { sayIssue } from '../../shared/say-issue'
import type { Answer } from '../../shared/shell'
import { changedCamp, changedPassages } from './changed-passages'
import { reads } from './reads'
import { announceChange, requireProject, type Session } from './session'
import { sessions } from './sessions'
import { act } from './store/act'
import { asFileError } from './store/file-errors'
import { writes } from './writes'

/** Runs one call for any host: checks the caller and the input, runs it, and turns a failure into plain data. */
export async function dispatch(
  session: Session,
  caller: Caller,
  name: string,
  input: unknown,
  log: (line: string) => void,
): Promise<Answer<unknown>> {
  try {
    return { ok: true, value: await run(session, caller, name, input) }
  } catch (thrown) {
    const error = asFileError(thrown)
    if (!(error instanceof AppError)) {
      session.failures.add(name.slice(0, 100), error)
      log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
    return { ok: false, error: toErrorData(error) }
  }
}

async function run(session: Session, caller: Caller, name: string, input: unknown): Promise<unknown> {
  if (!isMethod(name))
    throw new AppError('unknown-method', say('no-such-call', { name: JSON.stringify(name.slice(0, 100)) }))
  const method = contract[name]
  if (method.caller === 'host' && caller !== 'host') {
    throw new AppError('not-allowed', say('not-for-windows', { name }))
  }
  const parsed = parse(name, method.input, input)
  await session.settled
  switch (method.access) {
    case 'read':
      return handlerIn(reads, name)(requireProject(session), parsed)
    case 'write': {
      const output = act(requireProject(session), name, (db) => handlerIn(writes, name)(db, parsed))
      announceChange(session, name, changedPassages(name, parsed, output), changedCamp(name, parsed))
      return output
    }
    case 'session':
      return handlerIn(sessions, name)(session, parsed)
    default:
      return assertNever(method)
  }
}

/** The tables' types say that each handler fits its call; here only the name is known. */
function handlerIn(table: object, name: string): (target: unknown, input: unknown) => unknown {
  return (table as Record<string, (target: unknown, input: unknown) => unknown>)[name]!
}

function isMethod(name: string): name is MethodName {
  return Object.hasOwn(contract, name)
}

function parse(name: string, schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const place = issue?.path.join('.') ?? ''
  throw new AppError(
    'invalid-input',
    say('call-wrong', { name, place: place || 'input', detail: issue ? sayIssue(issue) : say('is-not-understood') }),
    {
      advice: say('defect-of-caller'),
    },
  )
}
