-- Times are seconds since 1970 in UTC. One text for SQLite and PostgreSQL.

-- What came in. An answered update keeps its number only, to know it if it comes again.
CREATE TABLE updates (
    update_id BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    chat TEXT,
    body TEXT,
    owner TEXT,
    leased_until BIGINT,
    attempts INTEGER NOT NULL DEFAULT 0,
    sent INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX updates_waiting ON updates (update_id) WHERE chat IS NOT NULL;

CREATE INDEX updates_of_chat ON updates (chat, update_id) WHERE chat IS NOT NULL;

-- The law of the lanes: of one chat, at most one update is in anybody's hands.
CREATE UNIQUE INDEX updates_in_hand ON updates (chat) WHERE owner IS NOT NULL;

CREATE INDEX updates_by_age ON updates (at);

-- A row per chat: what is being talked about (ids only), and what outlives the talk: a chosen language, a place on a path.
CREATE TABLE chats (
    chat TEXT PRIMARY KEY,
    touched BIGINT NOT NULL,
    context TEXT,
    language TEXT,
    language_fixed INTEGER NOT NULL DEFAULT 0,
    path TEXT,
    step TEXT,
    unreachable BIGINT
);

CREATE INDEX chats_by_age ON chats (touched);
