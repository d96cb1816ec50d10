"""What every service of claims refuses in the same way."""


class NothingToDo(Exception):
    """The claim is already the way it was asked to be."""
