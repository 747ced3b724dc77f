-- name: applied_migrations()
SELECT number FROM migrations ORDER BY number;

-- name: note_migration(number)!
INSERT INTO migrations (number) VALUES (:number);
