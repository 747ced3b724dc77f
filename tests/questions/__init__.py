"""Questions people might ask, and how many are answered rightly."""
