"""The ways people reach the bot: each folder turns its own world into messages and replies."""
