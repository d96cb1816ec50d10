"""A fault harness: re-checks run while everything that they need is killed, and afterwards each is accounted for.

`python -m tests.chaos --seed 1 --size 1000` starts a PostgreSQL, a Valkey, two workers and beat of its own in a
temporary folder, and ends with exit code 1 where a re-check was lost, done twice, stuck, or found what is not there.
"""
