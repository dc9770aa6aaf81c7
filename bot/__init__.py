"""The conversation: engine, channels, server and command line."""
