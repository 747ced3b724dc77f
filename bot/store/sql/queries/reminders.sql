-- name: add_subscription(chat, topic, run, kind, language, since)
INSERT INTO subscriptions (chat, topic, run, kind, language, since)
VALUES (:chat, :topic, :run, :kind, :language, :since)
ON CONFLICT (chat, topic, run, kind) DO NOTHING
RETURNING chat;

-- name: set_subscription_language(chat, topic, run, kind, language)!
UPDATE subscriptions SET language = :language
WHERE chat = :chat AND topic = :topic AND run = :run AND kind = :kind;

-- name: end_subscriptions(chat, topic, run)
DELETE FROM subscriptions WHERE chat = :chat AND topic = :topic AND run = :run
RETURNING kind;

-- name: delete_unsent_notes(chat, topic, run)!
DELETE FROM outbox WHERE chat = :chat AND topic = :topic AND (run = :run OR :run = '') AND sent IS NULL;

-- name: subscriptions_of_chat(chat)
SELECT chat, topic, kind, language, run FROM subscriptions WHERE chat = :chat ORDER BY since, topic, run, kind;

-- name: subscriptions_to_topic(topic)
SELECT chat, topic, kind, language, run FROM subscriptions
WHERE topic = :topic
    AND NOT EXISTS (SELECT 1 FROM chats WHERE chats.chat = subscriptions.chat AND chats.unreachable IS NOT NULL)
ORDER BY since, chat, run, kind;

-- name: subscribed_topics()
SELECT topic FROM subscriptions UNION SELECT topic FROM outbox ORDER BY topic;

-- name: rename_subscriptions(old, new)!
INSERT INTO subscriptions (chat, topic, run, kind, language, since)
SELECT chat, :new, run, kind, language, since FROM subscriptions WHERE topic = :old
ON CONFLICT (chat, topic, run, kind) DO NOTHING;

-- name: delete_topic_subscriptions(topic)!
DELETE FROM subscriptions WHERE topic = :topic;

-- name: delete_notes_told_before(old, new)!
DELETE FROM outbox
WHERE topic = :new AND sent IS NULL AND owner IS NULL
    AND once IN (
        SELECT REPLACE(told.once, '|' || :old || '|', '|' || :new || '|')
        FROM outbox AS told WHERE told.topic = :old AND told.sent IS NOT NULL
    );

-- name: rename_notes(old, new)!
UPDATE outbox
SET topic = :new, once = REPLACE(once, '|' || :old || '|', '|' || :new || '|')
WHERE topic = :old AND owner IS NULL
    AND REPLACE(once, '|' || :old || '|', '|' || :new || '|') NOT IN (
        SELECT there.once FROM outbox AS there WHERE there.topic = :new
    );

-- name: delete_topic_notes(topic)!
DELETE FROM outbox WHERE topic = :topic AND owner IS NULL;

-- name: plan_note(once, chat, topic, kind, language, due, useless_from, run)
INSERT INTO outbox (once, chat, topic, kind, language, due, useless_from, run)
VALUES (:once, :chat, :topic, :kind, :language, :due, :useless_from, :run)
ON CONFLICT (once) DO NOTHING
RETURNING once;

-- name: claim_notes(owner, leased_until, now, most)
UPDATE outbox
SET owner = :owner, leased_until = :leased_until, attempts = attempts + 1
WHERE once IN (
    SELECT note.once
    FROM outbox AS note
    WHERE note.sent IS NULL AND note.owner IS NULL AND note.due <= :now AND note.useless_from > :now
        AND NOT EXISTS (SELECT 1 FROM chats WHERE chats.chat = note.chat AND chats.unreachable IS NOT NULL)
    ORDER BY note.due
    LIMIT :most -- postgres: FOR UPDATE OF note SKIP LOCKED
)
RETURNING once, chat, topic, kind, language, due, useless_from, run, attempts;

-- name: told_notes(topic)
SELECT once, chat, topic, kind, language, due, useless_from, run, attempts
FROM outbox WHERE topic = :topic AND sent IS NOT NULL ORDER BY due, once;

-- name: renew_notes(owner, leased_until)!
UPDATE outbox SET leased_until = :leased_until WHERE owner = :owner;

-- name: note_was_sent(once, owner, at)
UPDATE outbox SET sent = :at, owner = NULL, leased_until = NULL
WHERE once = :once AND owner = :owner
RETURNING once;

-- name: drop_note(once, owner)!
DELETE FROM outbox WHERE once = :once AND owner = :owner;

-- name: put_back_note(once, owner, due)!
UPDATE outbox SET due = :due, owner = NULL, leased_until = NULL WHERE once = :once AND owner = :owner;

-- name: free_notes(now, latest)
UPDATE outbox SET owner = NULL, leased_until = NULL
WHERE owner IS NOT NULL AND (leased_until <= :now OR leased_until > :latest)
RETURNING once;

-- name: free_all_notes()!
UPDATE outbox SET owner = NULL, leased_until = NULL WHERE owner IS NOT NULL;

-- name: notes_of_chat(chat)
SELECT once, chat, topic, kind, language, due, useless_from, run, attempts, sent
FROM outbox WHERE chat = :chat ORDER BY due, once;
