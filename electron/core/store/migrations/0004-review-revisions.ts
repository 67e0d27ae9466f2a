/** Each export of a review, with the page as it was; equal pages are stored once. Kept when the review is deleted. */
export const sql = `
CREATE TABLE review_snapshot (
  sha256 TEXT PRIMARY KEY,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;

CREATE TABLE review_revision (
  id TEXT PRIMARY KEY,
  review_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  format TEXT NOT NULL,
  exported_at TEXT NOT NULL,
  snapshot TEXT NOT NULL REFERENCES review_snapshot (sha256),
  UNIQUE (review_id, number)
) STRICT;
`
