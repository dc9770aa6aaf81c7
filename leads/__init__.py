"""The product's core: what a lead is, what it is worth, and what happens to it next. No Rasa, no Sanic."""
