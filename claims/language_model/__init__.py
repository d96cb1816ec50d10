"""The optional second splitter: a language model behind an OpenAI-compatible address, whose answers are data.

`splitting` is the way in. Nothing here knows the database: `claims/services/splitters.py` chooses between the rules
and the model, and keeps count of the tokens.
"""
