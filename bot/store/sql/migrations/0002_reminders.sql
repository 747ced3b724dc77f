-- Who wants to hear of what, and what is to be sent: never a text.

CREATE TABLE subscriptions (
    chat TEXT NOT NULL,
    topic TEXT NOT NULL,
    run TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (chat, topic, run, kind)
);

CREATE INDEX subscriptions_to_topic ON subscriptions (topic);

CREATE TABLE outbox (
    once TEXT PRIMARY KEY,
    chat TEXT NOT NULL,
    topic TEXT NOT NULL,
    run TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    due BIGINT NOT NULL,
    useless_from BIGINT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    owner TEXT,
    leased_until BIGINT,
    sent BIGINT
);

CREATE INDEX outbox_due ON outbox (due) WHERE sent IS NULL;

CREATE INDEX outbox_of_chat ON outbox (chat, topic);

CREATE INDEX outbox_in_hand ON outbox (leased_until) WHERE owner IS NOT NULL;

CREATE INDEX outbox_by_age ON outbox (useless_from);
