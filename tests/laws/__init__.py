"""The laws of the house, tried on our own content."""
