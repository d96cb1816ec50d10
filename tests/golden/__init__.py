"""Golden outcomes: what the rules make of a few thousand texts of our own, kept beside the version of the rules.

`python -m tests.golden` compares the rules with what is recorded, `python -m tests.golden record` records what they give now.
Neither needs a database or a server.
"""
