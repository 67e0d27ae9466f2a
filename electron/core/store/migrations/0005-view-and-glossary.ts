/** The author's own view, and how the words of the debate are translated. */
export const sql = `
CREATE TABLE my_view (
  section_id TEXT PRIMARY KEY REFERENCES section (id),
  judgement TEXT NOT NULL,
  confidence INTEGER CHECK (confidence BETWEEN 1 AND 5)
) STRICT;

CREATE TABLE support (
  section_id TEXT NOT NULL REFERENCES my_view (section_id),
  side TEXT NOT NULL CHECK (side IN ('strongest', 'weakest')),
  passage_id TEXT NOT NULL REFERENCES passage (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (section_id, side, passage_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX support_passage ON support (passage_id);

CREATE TABLE term (
  id TEXT PRIMARY KEY,
  term TEXT NOT NULL,
  language TEXT NOT NULL,
  translation TEXT,
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (term, language)
) STRICT;
`
