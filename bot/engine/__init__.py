"""Rasa inside our process: the trained model, its runner, its memory and its actions."""
