"""The ways in: each channel checks what comes, stores it in the inbox, and carries replies back."""
