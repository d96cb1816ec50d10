"""The servers that `manage.py up` runs: an embedded PostgreSQL and Valkey, the web server, the worker and beat."""


class CannotStart(Exception):
    """Something outside the program is in the way; the message says what it is and what to do."""
