-- name: forget_contexts(idle_since)
UPDATE chats SET context = NULL WHERE context IS NOT NULL AND touched < :idle_since RETURNING chat;

-- name: delete_idle_chats(idle_since, old_since)
DELETE FROM chats
WHERE context IS NULL
    AND (
        touched < :old_since
        OR (touched < :idle_since AND language_fixed = 0 AND path IS NULL AND unreachable IS NULL)
    )
RETURNING chat;

-- name: forget_stuck_updates(now, stuck_since)
UPDATE updates
SET at = :now, chat = NULL, body = NULL, owner = NULL, leased_until = NULL
WHERE chat IS NOT NULL AND at < :stuck_since
RETURNING update_id;

-- name: delete_numbers(old_since)
DELETE FROM updates WHERE chat IS NULL AND at < :old_since RETURNING update_id;

-- name: delete_useless_notes(now)
DELETE FROM outbox WHERE useless_from <= :now RETURNING once;

-- name: delete_old_questions(day)
DELETE FROM questions WHERE day < :day RETURNING number;

-- name: delete_old_tallies(day)
DELETE FROM tallies WHERE day < :day RETURNING day;
