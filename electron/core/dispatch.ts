import type { z } from 'zod'
import { contract, type Caller, type MethodName } from '../../shared/contract'
import { AppError, toErrorData } from '../../shared/errors'
import type { Answer } from '../../shared/shell'
import { reads } from './reads'
import { announceChange, requireProject, type Session } from './session'
import { sessions } from './sessions'
import { act } from './store/act'
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
  } catch (error) {
    if (!(error instanceof AppError))
      log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return { ok: false, error: toErrorData(error) }
  }
}

type Handler = (target: unknown, input: unknown) => unknown

async function run(session: Session, caller: Caller, name: string, input: unknown): Promise<unknown> {
  if (!isMethod(name)) throw new AppError('unknown-method', `There is no call ${JSON.stringify(name.slice(0, 100))}`)
  const method = contract[name]
  if (method.caller === 'host' && caller !== 'host') {
    throw new AppError('not-allowed', `A window may not call ${name}`, { params: { name } })
  }
  const parsed = parse(name, method.input, input)
  // Each table's type says that its handlers fit the contract; the name picks method and handler together.
  if (Object.hasOwn(reads, name))
    return (reads as Record<string, unknown> as Record<string, Handler>)[name]!(requireProject(session), parsed)
  if (Object.hasOwn(writes, name)) {
    const handler = (writes as Record<string, unknown> as Record<string, Handler>)[name]!
    const output = act(requireProject(session), name, (db) => handler(db, parsed))
    announceChange(session, name)
    return output
  }
  return (sessions as Record<string, unknown> as Record<string, Handler>)[name]!(session, parsed)
}

function isMethod(name: string): name is MethodName {
  return Object.hasOwn(contract, name)
}

function parse(name: string, schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const place = issue?.path.join('.') ?? ''
  throw new AppError('invalid-input', `${name} was called with a wrong ${place || 'input'}: ${issue?.message ?? '?'}`, {
    advice: 'this is a defect of the caller; nothing was changed',
    params: { name, place },
  })
}
