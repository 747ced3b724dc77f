-- name: keep_question(question, language, reason, day, times, fingerprint)
INSERT INTO questions (number, question, language, reason, day, times)
SELECT COALESCE(MAX(there.number), 0) + 1, :question, :language, :reason, :day, :times
FROM questions AS there
HAVING NOT EXISTS (SELECT 1 FROM settled WHERE settled.fingerprint = :fingerprint)
ON CONFLICT (question, reason) DO UPDATE
SET times = questions.times + excluded.times,
    day = CASE WHEN questions.day > excluded.day THEN questions.day ELSE excluded.day END
RETURNING number;

-- name: open_questions()
SELECT question, language, reason, day, times, number FROM questions ORDER BY number;

-- name: settle_question(number)
DELETE FROM questions WHERE number = :number RETURNING question;

-- name: delete_same_question(question)!
DELETE FROM questions WHERE question = :question;

-- name: note_settled(fingerprint, day)!
INSERT INTO settled (fingerprint, day) VALUES (:fingerprint, :day) ON CONFLICT (fingerprint) DO NOTHING;

-- name: add_tally(day, kind, what, times)!
INSERT INTO tallies (day, kind, what, times) VALUES (:day, :kind, :what, :times)
ON CONFLICT (day, kind, what) DO UPDATE SET times = tallies.times + excluded.times;

-- name: tallies_between(since, until)
SELECT day, kind, what, times FROM tallies WHERE day >= :since AND day < :until ORDER BY day, kind, what;
