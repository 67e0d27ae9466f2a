import { ADVICE } from './advice'
import { IMPORT_NOTES } from './import-notes'
import { REFUSALS } from './refusals'

/** Every message's English, by its code: what the command line prints, and what the window shows in English. */
export const ENGLISH = {
  /** What another program says, in its own words. */
  verbatim: '{{text}}',
  ...IMPORT_NOTES,
  ...REFUSALS,
  ...ADVICE,
} as const
