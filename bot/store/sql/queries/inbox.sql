-- name: put_update(update_id, at, chat, body)
INSERT INTO updates (update_id, at, chat, body)
VALUES (:update_id, :at, :chat, :body)
ON CONFLICT (update_id) DO NOTHING
RETURNING update_id;

-- name: claim_updates(owner, leased_until, most)
UPDATE updates
SET owner = :owner, leased_until = :leased_until, attempts = attempts + 1
WHERE update_id IN (
    SELECT oldest.update_id
    FROM updates AS oldest
    WHERE oldest.chat IS NOT NULL AND oldest.owner IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM updates AS other
            WHERE other.chat = oldest.chat
                AND (other.update_id < oldest.update_id OR other.owner IS NOT NULL)
        )
    ORDER BY oldest.update_id
    LIMIT :most -- postgres: FOR UPDATE OF oldest SKIP LOCKED
)
RETURNING
    update_id, chat, body, attempts, sent,
    (SELECT chats.context FROM chats WHERE chats.chat = updates.chat),
    (SELECT chats.touched FROM chats WHERE chats.chat = updates.chat),
    (SELECT chats.language FROM chats WHERE chats.chat = updates.chat),
    (SELECT chats.language_fixed FROM chats WHERE chats.chat = updates.chat),
    (SELECT chats.path FROM chats WHERE chats.chat = updates.chat),
    (SELECT chats.step FROM chats WHERE chats.chat = updates.chat),
    (SELECT COUNT(*) - 1 FROM updates AS behind WHERE behind.chat = updates.chat);

-- name: renew_updates(owner, leased_until, held)!
UPDATE updates SET leased_until = :leased_until
WHERE owner = :owner AND :held LIKE '%,' || update_id || ',%';

-- name: note_sent(update_id, owner, sent)!
UPDATE updates SET sent = :sent WHERE update_id = :update_id AND owner = :owner;

-- name: finish_update(update_id, chat, owner, at)
UPDATE updates
SET at = :at, chat = NULL, body = NULL, owner = NULL, leased_until = NULL, attempts = 0, sent = 0
WHERE update_id = :update_id AND owner = :owner
RETURNING (SELECT COUNT(*) FROM updates AS behind WHERE behind.chat = :chat AND behind.update_id <> :update_id);

-- name: put_back_update(update_id, owner)!
UPDATE updates
SET owner = NULL, leased_until = NULL, attempts = attempts - 1
WHERE update_id = :update_id AND owner = :owner;

-- name: delete_update(update_id)!
DELETE FROM updates WHERE update_id = :update_id;

-- name: drop_waiting_updates(chat, at)
UPDATE updates
SET at = :at, chat = NULL, body = NULL
WHERE chat = :chat AND owner IS NULL
RETURNING update_id;

-- name: free_updates(now, latest)
UPDATE updates
SET owner = NULL, leased_until = NULL
WHERE owner IS NOT NULL AND (leased_until <= :now OR leased_until > :latest)
RETURNING update_id;

-- name: free_all_updates()!
UPDATE updates SET owner = NULL, leased_until = NULL WHERE owner IS NOT NULL;

-- name: count_updates()
SELECT COUNT(*) FROM updates WHERE chat IS NOT NULL;

-- name: count_updates_of(chat)
SELECT COUNT(*) FROM updates WHERE chat = :chat;
