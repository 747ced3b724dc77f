"""The store in a database: SQLite or PostgreSQL, one SQL text for both."""
