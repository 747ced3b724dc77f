"""From words to a reading: mentions, ranked intents, one gate; explained and calibrated."""
