"""The outside world behind the services' ports: files, providers, formats, clocks."""
