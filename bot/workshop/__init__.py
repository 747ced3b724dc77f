"""Tools for staff: what is wrong in their files, and what would go wrong in replies."""
