/** The hints that the author of a review wants to see no more. */
export const sql = `
CREATE TABLE dismissed_hint (
  review_id TEXT NOT NULL REFERENCES review (id),
  key TEXT NOT NULL,
  PRIMARY KEY (review_id, key)
) STRICT, WITHOUT ROWID;
`
