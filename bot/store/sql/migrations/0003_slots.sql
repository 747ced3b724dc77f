-- When the next message may be sent: one row for all processes with one token. Milliseconds since 1970.
CREATE TABLE slots (
    queue TEXT PRIMARY KEY,
    next_at BIGINT NOT NULL,
    held_until BIGINT NOT NULL
);
