"""How well messages are understood: intents and answers, on what nobody tuned on."""
