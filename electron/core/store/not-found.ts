import { AppError } from '../../../shared/errors'

/** The error for an id that names nothing (any more). `kind` is the domain's word for the thing. */
export function notFound(kind: string, id: string): AppError {
  return new AppError('not-found', `There is no ${kind} ${id}`, {
    advice: 'it may have been deleted; undo brings it back',
    params: { kind, id },
  })
}
