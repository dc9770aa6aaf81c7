"""From words to values: one module per kind of answer, each a pure function of the text and its context."""
