"""What turns a message into an intent."""
