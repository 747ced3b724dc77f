"""One turn of a talk: the only async orchestrator."""
