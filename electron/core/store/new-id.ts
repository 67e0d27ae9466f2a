import { randomBytes } from 'node:crypto'
import type { Id } from '../../../shared/domain/ids'

/** No vowels, no look-alikes, no capitals: safe in file names, commands and speech. */
const ALPHABET = 'bcdfghjkmnpqrstvwxz23456789'
const LENGTH = 14

/** A new random id of 14 characters (66 bits). */
export function newId<Kind extends string>(): Id<Kind> {
  let id = ''
  while (id.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      // Bytes past the last whole multiple of the alphabet would make some letters likelier.
      if (byte < 243 && id.length < LENGTH) id += ALPHABET[byte % ALPHABET.length]
    }
  }
  return id as Id<Kind>
}
