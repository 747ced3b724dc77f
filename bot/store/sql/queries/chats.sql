-- name: load_chat(chat)
SELECT context, touched, language, language_fixed, path, step FROM chats WHERE chat = :chat;

-- name: save_chat(chat, touched, context, language, language_fixed, path, step)!
INSERT INTO chats (chat, touched, context, language, language_fixed, path, step)
VALUES (:chat, :touched, :context, :language, :language_fixed, :path, :step)
ON CONFLICT (chat) DO UPDATE
SET touched = excluded.touched, context = excluded.context, language = excluded.language,
    language_fixed = excluded.language_fixed, path = excluded.path, step = excluded.step,
    -- A mark that is younger than the message was made by its answer.
    unreachable = CASE WHEN chats.unreachable >= excluded.touched THEN chats.unreachable END;

-- name: mark_unreachable(chat, now)!
INSERT INTO chats (chat, touched, unreachable)
VALUES (:chat, :now, :now)
ON CONFLICT (chat) DO UPDATE SET unreachable = excluded.unreachable;

-- name: delete_chat(chat)!
DELETE FROM chats WHERE chat = :chat;

-- name: delete_subscriptions(chat)!
DELETE FROM subscriptions WHERE chat = :chat;

-- name: delete_notes(chat)!
DELETE FROM outbox WHERE chat = :chat;

-- name: move_chat(chat, target)!
UPDATE chats SET chat = :target
WHERE chat = :chat AND NOT EXISTS (SELECT 1 FROM chats AS there WHERE there.chat = :target);

-- name: move_subscriptions(chat, target)!
INSERT INTO subscriptions (chat, topic, run, kind, language, since)
SELECT :target, topic, run, kind, language, since FROM subscriptions WHERE chat = :chat
ON CONFLICT (chat, topic, run, kind) DO NOTHING;

-- name: move_notes(chat, target)!
UPDATE outbox SET chat = :target WHERE chat = :chat;

-- name: move_updates(chat, target)!
UPDATE updates SET chat = :target WHERE chat = :chat AND owner IS NULL;
