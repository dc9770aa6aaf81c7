"""Whether the store stays quick with very many leads: every query that somebody waits for, timed."""
