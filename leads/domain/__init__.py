"""Pure rules and values. Standard library only: time, ids and randomness come in as arguments."""
