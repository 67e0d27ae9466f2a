/** Corrections: which transcript another one was made from and by which edits, and what is being typed. */
export const sql = `
ALTER TABLE transcript ADD COLUMN predecessor TEXT REFERENCES transcript (id);
ALTER TABLE transcript ADD COLUMN kind TEXT NOT NULL DEFAULT 'import'
  CHECK (kind IN ('import', 'correction', 'restore', 'reading'));
ALTER TABLE transcript ADD COLUMN edits TEXT CHECK (edits IS NULL OR json_valid(edits));
ALTER TABLE transcript ADD COLUMN made_at TEXT;

CREATE TABLE correction_draft (
  transcript_id TEXT PRIMARY KEY REFERENCES transcript (id),
  edits TEXT NOT NULL CHECK (json_valid(edits)),
  saved_at TEXT NOT NULL
) STRICT;
`
