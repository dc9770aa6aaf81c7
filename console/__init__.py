"""The reps' pages, rendered on the server."""
