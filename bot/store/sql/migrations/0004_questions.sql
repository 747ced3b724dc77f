-- Scrubbed questions that were not answered, and counts: no chat, no person. Days are written 2026-11-22.
CREATE TABLE questions (
    number BIGINT PRIMARY KEY,
    question TEXT NOT NULL,
    language TEXT NOT NULL,
    reason TEXT NOT NULL,
    day TEXT NOT NULL,
    times INTEGER NOT NULL
);

CREATE UNIQUE INDEX questions_once ON questions (question, reason);

-- What staff settled never comes back: a fingerprint of its words, from which they cannot be read.
CREATE TABLE settled (
    fingerprint TEXT PRIMARY KEY,
    day TEXT NOT NULL
);

CREATE TABLE tallies (
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (day, kind, what)
);
