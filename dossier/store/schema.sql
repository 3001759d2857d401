-- Format 3. What was read (article, quote, alias, fault), what a person settled or asked (decision, saved, look), and
-- what follows from these and can be thrown away and made again: the machine's joins (joined, link, kept), the views (speaker,
-- statement, appearance, proposal) and the indexes of words.
--
-- A new file gets this schema whole, an older one is made anew under it, see migrate.go. A table or column that holds
-- what a person settled keeps its name for good.

CREATE TABLE article (
  n              INTEGER PRIMARY KEY,    -- the order of import; the index of words refers to it
  id             TEXT NOT NULL UNIQUE,
  content        TEXT NOT NULL,          -- SHA-256 of title and text: tells copies
  input          TEXT NOT NULL,          -- the id the input gave
  path           TEXT NOT NULL,
  hash           TEXT NOT NULL,          -- SHA-256 of the file
  format         TEXT NOT NULL,
  title          TEXT NOT NULL,
  byline         TEXT NOT NULL,
  dateline       TEXT NOT NULL,
  url            TEXT NOT NULL,
  language       TEXT NOT NULL,
  outlet         TEXT NOT NULL,
  origin         TEXT NOT NULL,
  outlet_from    TEXT NOT NULL,
  published      TEXT NOT NULL,          -- RFC 3339, a day, or empty
  published_from TEXT NOT NULL,
  added          TEXT NOT NULL,
  words          INTEGER NOT NULL,
  rules          TEXT NOT NULL,          -- version of the rules that found its quotes
  text           TEXT NOT NULL           -- last, so that listings never read it
) STRICT;
CREATE INDEX article_content ON article(content);

CREATE TABLE quote (
  n            INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  article      TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  place        INTEGER NOT NULL,         -- order in the article, from 0
  kind         INTEGER NOT NULL,
  medium       INTEGER NOT NULL,
  content      TEXT NOT NULL,            -- spans: "start-end start-end", bytes
  cue          TEXT NOT NULL,
  source       TEXT NOT NULL,
  relay        TEXT NOT NULL,
  reason       TEXT NOT NULL,
  confidence   REAL NOT NULL,
  speaker      TEXT,                     -- NULL when nobody could be made out
  speaker_kind INTEGER NOT NULL,
  role         TEXT NOT NULL,
  printed      TEXT NOT NULL,            -- JSON list
  via          TEXT NOT NULL,            -- JSON list
  why          TEXT NOT NULL,
  words        TEXT NOT NULL             -- the content's words, spans joined by a blank
) STRICT;
CREATE UNIQUE INDEX quote_article ON quote(article, place);

-- The indexes of words. They hold no text of their own; triggers keep them in step with what they index.
CREATE VIRTUAL TABLE article_words USING fts5(
  title, text, content = 'article', content_rowid = 'n', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER article_indexed AFTER INSERT ON article BEGIN
  INSERT INTO article_words(rowid, title, text) VALUES (new.n, new.title, new.text);
END;
CREATE TRIGGER article_unindexed AFTER DELETE ON article BEGIN
  INSERT INTO article_words(article_words, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
END;
CREATE VIRTUAL TABLE quote_words USING fts5(
  words, content = 'quote', content_rowid = 'n', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER quote_indexed AFTER INSERT ON quote BEGIN
  INSERT INTO quote_words(rowid, words) VALUES (new.n, new.words);
END;
CREATE TRIGGER quote_unindexed AFTER DELETE ON quote BEGIN
  INSERT INTO quote_words(quote_words, rowid, words) VALUES ('delete', old.n, old.words);
END;

-- A quote that went when its article was analysed again, and the quote that took its place.
CREATE TABLE alias (
  old TEXT PRIMARY KEY,
  new TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE fault (
  path   TEXT NOT NULL,
  reason TEXT NOT NULL,
  at     TEXT NOT NULL,
  PRIMARY KEY (path, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  seq     INTEGER PRIMARY KEY AUTOINCREMENT,
  kind    TEXT NOT NULL,
  targets TEXT NOT NULL,                 -- JSON list of references
  against TEXT NOT NULL,                 -- JSON list of references
  value   TEXT NOT NULL,
  who     TEXT NOT NULL,
  at      TEXT NOT NULL,
  why     TEXT NOT NULL,
  before  TEXT NOT NULL,
  after   TEXT NOT NULL,
  of      INTEGER REFERENCES decision(seq)
) STRICT;
CREATE TRIGGER decision_kept BEFORE UPDATE ON decision
  BEGIN SELECT RAISE(ABORT, 'the log of decisions only grows'); END;
CREATE TRIGGER decision_never_lost BEFORE DELETE ON decision
  BEGIN SELECT RAISE(ABORT, 'the log of decisions only grows'); END;

-- Searches that a person keeps under a name, and when each person last looked at each ('' is everything).
CREATE TABLE saved (
  name  TEXT PRIMARY KEY,
  query TEXT NOT NULL,                   -- JSON
  who   TEXT NOT NULL,
  at    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE look (
  who  TEXT NOT NULL,
  name TEXT NOT NULL,
  at   TEXT NOT NULL,
  PRIMARY KEY (who, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE speaker (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  kind       INTEGER NOT NULL,
  quotes     INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  spellings  TEXT NOT NULL,              -- JSON
  roles      TEXT NOT NULL,              -- JSON
  outlets    TEXT NOT NULL,              -- JSON
  joins      TEXT NOT NULL               -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  id           TEXT PRIMARY KEY,
  text         TEXT NOT NULL,
  speaker      TEXT REFERENCES speaker(id) DEFERRABLE INITIALLY DEFERRED,
  speaker_name TEXT NOT NULL,
  outlets      TEXT NOT NULL,            -- one a line
  origins      TEXT NOT NULL,            -- one a line
  first        TEXT NOT NULL,
  first_from   TEXT NOT NULL,
  first_outlet TEXT NOT NULL,
  appearances  INTEGER NOT NULL,
  wordings     INTEGER NOT NULL,
  changes      TEXT NOT NULL,            -- one a line, worst first
  confidence   REAL NOT NULL,
  status       TEXT NOT NULL,
  thought      INTEGER NOT NULL,
  needs_review INTEGER NOT NULL,
  newest       INTEGER NOT NULL DEFAULT 0, -- the place in lists, the highest first
  search       TEXT NOT NULL             -- folded wordings, speaker and outlets
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_newest ON statement(thought, newest DESC, id);

CREATE TABLE appearance (
  quote      TEXT PRIMARY KEY REFERENCES quote(id) ON DELETE CASCADE,
  statement  TEXT NOT NULL REFERENCES statement(id) DEFERRABLE INITIALLY DEFERRED,
  speaker    TEXT REFERENCES speaker(id) DEFERRABLE INITIALLY DEFERRED,
  status     TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  note       TEXT NOT NULL,
  said_by    TEXT NOT NULL               -- the speaker a person named instead, empty when none did
) STRICT, WITHOUT ROWID;
CREATE INDEX appearance_statement ON appearance(statement);
CREATE INDEX appearance_speaker ON appearance(speaker);

CREATE TABLE proposal (
  a       TEXT NOT NULL,
  b       TEXT NOT NULL,
  kind    TEXT NOT NULL,
  score   REAL NOT NULL,
  payload TEXT NOT NULL,                 -- JSON
  PRIMARY KEY (kind, a, b)
) STRICT, WITHOUT ROWID;

-- What the joins across articles say before any decision.
CREATE TABLE joined (
  item    TEXT PRIMARY KEY,              -- a quote, or a mention of a speaker
  cluster TEXT NOT NULL,                 -- the smallest item of its cluster
  score   REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE link (
  kind    TEXT NOT NULL,
  a       TEXT NOT NULL,
  b       TEXT NOT NULL,
  score   REAL NOT NULL,
  payload TEXT NOT NULL,                 -- JSON, or empty
  PRIMARY KEY (kind, a, b)
) STRICT, WITHOUT ROWID;

-- What comparing found out, in pieces in the order in which they came, so that the next program that adds an article need
-- not compare what is there again.
CREATE TABLE kept (
  name  TEXT NOT NULL,
  n     INTEGER NOT NULL,
  piece BLOB NOT NULL,
  PRIMARY KEY (name, n)
) STRICT;

-- How far the views have been folded and under which rules; whether a program has the file open ("live"),
-- and how articles are read ("reading").
CREATE TABLE mark (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
