import { sql as initial } from './migrations/0001-initial'
import { sql as importSettings } from './migrations/0002-import-settings'
import { sql as revisions } from './migrations/0003-revisions'
import { sql as reviewRevisions } from './migrations/0004-review-revisions'
import { sql as viewAndGlossary } from './migrations/0005-view-and-glossary'
import { sql as undoneActions } from './migrations/0006-undone-actions'
import { sql as exportOptions } from './migrations/0007-export-options'
import { sql as dismissedHints } from './migrations/0008-dismissed-hints'
import { sql as savedSearches } from './migrations/0009-saved-searches'
import { sql as coverage } from './migrations/0010-coverage'

/** Marks a SQLite file as a Verbatim project: `VBTM`. */
export const APPLICATION_ID = 0x5642544d

/** Every migration in order; the n-th takes a project from `user_version` n - 1 to n. Never edited once shipped. */
export const migrations: readonly string[] = [
  initial,
  importSettings,
  revisions,
  reviewRevisions,
  viewAndGlossary,
  undoneActions,
  exportOptions,
  dismissedHints,
  savedSearches,
  coverage,
]

/** The schema this program reads and writes. */
export const SCHEMA_VERSION = migrations.length
