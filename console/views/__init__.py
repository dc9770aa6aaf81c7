"""What the console's routes do: each reads a request, calls one use case, and renders a page."""
