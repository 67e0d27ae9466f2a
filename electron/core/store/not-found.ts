import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'

type Kind =
  | 'block'
  | 'camp'
  | 'passage'
  | 'relation'
  | 'review'
  | 'revision'
  | 'saved-search'
  | 'section'
  | 'source'
  | 'speaker'
  | 'term'

/** The error for an id that names nothing (any more). `kind` is the domain's word for the thing. */
export function notFound(kind: Kind, id: string): AppError {
  return new AppError('not-found', say(`no-${kind}`, { id }), {
    advice: say('undo-brings-back'),
  })
}
