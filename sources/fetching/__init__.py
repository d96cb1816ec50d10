"""The only code that opens sockets to addresses from outside: one guarded fetch, its outcome and its sentence."""

from sources.fetching.addresses import AddressRefused, check_address
from sources.fetching.fetcher import Fetcher
from sources.fetching.outcomes import FetchOutcome, FetchResult, OutcomeReason
from sources.fetching.pushing import Pusher, PushResult

__all__ = [
    "AddressRefused",
    "FetchOutcome",
    "FetchResult",
    "Fetcher",
    "OutcomeReason",
    "PushResult",
    "Pusher",
    "check_address",
]
