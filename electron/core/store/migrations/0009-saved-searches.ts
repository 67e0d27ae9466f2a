/**
 * Searches that are kept, what of their suggestions was refused, and what was there when somebody looked last. What a
 * search names in its filters, and the camp that it suggests places for, may be gone: it is told, and undo brings it back.
 */
export const sql = `
CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  folds TEXT NOT NULL CHECK (json_valid(folds)),
  filters TEXT NOT NULL CHECK (json_valid(filters)),
  sort TEXT NOT NULL,
  descending INTEGER NOT NULL CHECK (descending IN (0, 1)),
  tag TEXT,
  camp TEXT,
  extent TEXT NOT NULL CHECK (extent IN ('hit', 'sentence', 'turn'))
) STRICT;

CREATE TABLE refused_suggestion (
  search_id TEXT NOT NULL REFERENCES saved_search (id),
  source_id TEXT NOT NULL REFERENCES source (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("end" > start),
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  PRIMARY KEY (search_id, source_id, start, "end")
) STRICT, WITHOUT ROWID;
CREATE INDEX refused_suggestion_source ON refused_suggestion (source_id);

CREATE TABLE seen_search (
  search_id TEXT PRIMARY KEY REFERENCES saved_search (id) ON DELETE CASCADE,
  total INTEGER NOT NULL,
  counts TEXT CHECK (counts IS NULL OR json_valid(counts))
) STRICT;
`
