"""What runs in a visitor's browser: static files only."""
