/**
 * What was read. `seen` and `view_time` are noted while a transcript is in view, and stay with the text; a claim is what
 * the reader says of a source.
 */
export const sql = `
CREATE TABLE seen (
  transcript_id TEXT NOT NULL REFERENCES transcript (id),
  since INTEGER NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  PRIMARY KEY (transcript_id, since, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE view_time (
  transcript_id TEXT PRIMARY KEY REFERENCES transcript (id),
  seconds REAL NOT NULL CHECK (seconds >= 0)
) STRICT;

CREATE TABLE read_claim (
  source_id TEXT NOT NULL REFERENCES source (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  is_read INTEGER NOT NULL CHECK (is_read IN (0, 1)),
  number INTEGER NOT NULL,
  PRIMARY KEY (source_id, start)
) STRICT, WITHOUT ROWID;
`
