"""What is settled once: configuration, hooks, completion, the cache, and whether everything works here."""
