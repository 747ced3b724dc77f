-- name: book_slots(now, latest, far, first, first_gap, first_full, second, second_gap, second_full, third, third_gap, third_full)
WITH wanted (rank, queue, gap, full_from) AS (
    VALUES
        (1, CAST(:first AS TEXT), CAST(:first_gap AS BIGINT), CAST(:first_full AS BIGINT)),
        (2, CAST(:second AS TEXT), CAST(:second_gap AS BIGINT), CAST(:second_full AS BIGINT)),
        (3, CAST(:third AS TEXT), CAST(:third_gap AS BIGINT), CAST(:third_full AS BIGINT))
)
INSERT INTO slots (queue, next_at, held_until)
SELECT wanted.queue, :now + wanted.gap, 0
FROM wanted
WHERE wanted.queue IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM wanted AS earlier, slots
        WHERE earlier.rank < wanted.rank AND slots.queue = earlier.queue
            AND (slots.next_at > earlier.full_from OR slots.held_until > :now)
    )
-- All processes lock the rows in one order.
ORDER BY wanted.rank
ON CONFLICT (queue) DO UPDATE
SET next_at = CASE
    WHEN slots.next_at > :now AND slots.next_at > slots.held_until
        AND (slots.next_at <= :latest OR slots.next_at <= slots.held_until + :far) THEN slots.next_at
    WHEN slots.held_until > :now THEN slots.held_until
    ELSE :now
END + excluded.next_at - :now
RETURNING queue, next_at, held_until;

-- name: hold_slots(queue, now, until)!
INSERT INTO slots (queue, next_at, held_until)
VALUES (:queue, :now, :until)
ON CONFLICT (queue) DO UPDATE
SET held_until = CASE WHEN slots.held_until > :until THEN slots.held_until ELSE :until END;

-- name: delete_past_slots(now)!
DELETE FROM slots
WHERE queue IN (
    SELECT past.queue FROM slots AS past
    WHERE past.next_at <= :now AND past.held_until <= :now -- postgres: FOR UPDATE SKIP LOCKED
);
