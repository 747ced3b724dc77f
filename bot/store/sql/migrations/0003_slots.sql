-- When the next message may be sent, for all processes with one token: a row for all chats, and one for each that was written to lately,
-- under a name that tells no chat. Milliseconds since 1970.
CREATE TABLE slots (
    queue TEXT PRIMARY KEY,
    next_at BIGINT NOT NULL,
    held_until BIGINT NOT NULL
);
