import { createHash } from 'node:crypto'

/** A GUID for one thing of a project, made from its kind and id (RFC 9562, version 8): the same thing, the same GUID. */
export function guidOf(kind: string, ...ids: readonly (string | number)[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify(['verbatim', kind, ...ids]))
    .digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
