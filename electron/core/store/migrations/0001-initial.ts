/** The first schema. Transcripts are immutable; everything a person changes stands in tables of its own. */
export const sql = `
CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  title TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'zh')),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE transcript (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  cues INTEGER,
  words INTEGER NOT NULL,
  first_time REAL,
  last_time REAL,
  notes TEXT NOT NULL CHECK (json_valid(notes))
) STRICT;

CREATE TABLE imported_file (
  transcript_id TEXT PRIMARY KEY REFERENCES transcript (id),
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE turn (
  transcript_id TEXT NOT NULL REFERENCES transcript (id),
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  label TEXT,
  start_time REAL,
  end_time REAL,
  PRIMARY KEY (transcript_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE cue (
  transcript_id TEXT NOT NULL REFERENCES transcript (id),
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  start_time REAL NOT NULL,
  end_time REAL NOT NULL,
  PRIMARY KEY (transcript_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  transcript_id TEXT NOT NULL REFERENCES transcript (id),
  title TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  language TEXT NOT NULL,
  date TEXT,
  tier TEXT NOT NULL CHECK (tier IN ('core', 'alias', 'other')),
  imported_at TEXT NOT NULL
) STRICT;
CREATE INDEX source_sha256 ON source (sha256);

CREATE TABLE speaker (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id),
  position INTEGER NOT NULL,
  label TEXT,
  name TEXT NOT NULL,
  affiliation TEXT
) STRICT;
CREATE INDEX speaker_source ON speaker (source_id);

CREATE TABLE passage (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id),
  speaker_id TEXT REFERENCES speaker (id),
  attributed INTEGER NOT NULL DEFAULT 1 CHECK (attributed IN (0, 1)),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX passage_source ON passage (source_id);
CREATE INDEX passage_speaker ON passage (speaker_id);

CREATE TABLE span (
  passage_id TEXT NOT NULL REFERENCES passage (id),
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("end" > start),
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  PRIMARY KEY (passage_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  passage_id TEXT NOT NULL REFERENCES passage (id),
  tag TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (passage_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE translation (
  passage_id TEXT NOT NULL REFERENCES passage (id),
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'done', 'stale')),
  PRIMARY KEY (passage_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE relation (
  id TEXT PRIMARY KEY,
  "from" TEXT NOT NULL REFERENCES passage (id),
  "to" TEXT NOT NULL REFERENCES passage (id),
  kind TEXT NOT NULL CHECK (kind IN ('contradicts', 'supports', 'qualifies')),
  UNIQUE ("from", "to", kind)
) STRICT;
CREATE INDEX relation_to ON relation ("to");

CREATE TABLE review (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'zh')),
  aliases TEXT NOT NULL CHECK (json_valid(aliases)),
  updated TEXT NOT NULL
) STRICT;

CREATE TABLE section (
  id TEXT PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES review (id),
  parent_id TEXT REFERENCES section (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  heading TEXT
) STRICT;
CREATE INDEX section_review ON section (review_id);
CREATE INDEX section_parent ON section (parent_id);

CREATE TABLE camp (
  section_id TEXT PRIMARY KEY REFERENCES section (id),
  label TEXT NOT NULL,
  thesis TEXT NOT NULL,
  holder TEXT NOT NULL,
  colour INTEGER NOT NULL CHECK (colour BETWEEN 1 AND 8)
) STRICT;

CREATE TABLE camp_passage (
  section_id TEXT NOT NULL REFERENCES section (id),
  passage_id TEXT NOT NULL REFERENCES passage (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (section_id, passage_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX camp_passage_passage ON camp_passage (passage_id);

CREATE TABLE block (
  id TEXT PRIMARY KEY,
  section_id TEXT NOT NULL REFERENCES section (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('prose', 'quote')),
  text TEXT NOT NULL,
  passage_id TEXT REFERENCES passage (id),
  CHECK ((kind = 'quote') = (passage_id IS NOT NULL))
) STRICT;
CREATE INDEX block_section ON block (section_id);
CREATE INDEX block_passage ON block (passage_id);

CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES action (id),
  relation TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after))
) STRICT;
CREATE INDEX change_action ON change (action_id);
`
