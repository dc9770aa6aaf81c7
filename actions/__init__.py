"""Rasa custom actions: read the tracker, call one service, answer."""
