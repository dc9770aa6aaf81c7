"""The HTTP server: one Sanic application for channels, API, console and pages."""
