"""What is said of parameters of an address that cannot be meant."""

from rest_framework.exceptions import ValidationError
from rest_framework.request import Request


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
    if faults:
        raise BadParameters(faults)
