"""Simulated prospects: people made of independent parts who talk to the real bot, and what became of them."""
