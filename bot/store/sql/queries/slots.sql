-- name: book_slot(queue, now, gap, first, latest, far)
INSERT INTO slots (queue, next_at, held_until)
VALUES (:queue, :first, 0)
ON CONFLICT (queue) DO UPDATE
SET next_at = CASE
    WHEN slots.next_at > :now AND slots.next_at > slots.held_until
        AND (slots.next_at <= :latest OR slots.next_at <= slots.held_until + :far) THEN slots.next_at
    WHEN slots.held_until > :now THEN slots.held_until
    ELSE :now
END + :gap
RETURNING next_at, held_until;

-- name: hold_slots(queue, now, until)!
INSERT INTO slots (queue, next_at, held_until)
VALUES (:queue, :now, :until)
ON CONFLICT (queue) DO UPDATE
SET held_until = CASE WHEN slots.held_until > :until THEN slots.held_until ELSE :until END;
