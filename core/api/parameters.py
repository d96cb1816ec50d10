"""Parts of an address that every list shares, and what is said of those that cannot be meant."""

from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

#: The number of a row in an address; nothing longer is one.
ROW_NUMBER = "[0-9]{1,18}"
#: Parameters by which a list is read in pages.
CURSOR, PAGE_SIZE = "cursor", "page_size"
#: A search for nothing finds everything, as an empty field does on a page.
MAY_BE_EMPTY = {"search"}


class BadParameters(ValidationError):
    """Parameters of an address that cannot be meant, each by its name with a sentence."""


def check_known(request: Request, known: set[str]) -> None:
    """Raise BadParameters for each parameter of a request that isn't among those known, or that it has twice."""
    faults: dict[str, list[str]] = {}
    for name in sorted(set(request.query_params) - known):
        faults[name] = [f"There is no such filter. Available filters: {', '.join(sorted(known))}."]
    for name in sorted(set(request.query_params) & known):
        if len(request.query_params.getlist(name)) > 1:
            faults[name] = ["Give this once. Of several values only one would count."]
        elif name not in MAY_BE_EMPTY and not request.query_params[name].strip():
            faults[name] = ["Give a value, or leave this out."]
    if faults:
        raise BadParameters(faults)
