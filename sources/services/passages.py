"""Passages of sources as vectors, by which the search for evidence finds what says a thing in other words."""

from sources import queries
from sources.meaning import VERSION, encode
from sources.models import SEARCHED_CHARACTERS, PassageVectors, Snapshot

#: How many snapshots one run of the worker reads that were captured before there were vectors, or by other weights.
AT_ONCE = 100


def store_passages(*snapshots: Snapshot) -> None:
    """Store the passages of these snapshots as vectors, those of as much of each text as is searched."""
    read = {snapshot.pk: encode(snapshot.text[:SEARCHED_CHARACTERS]) for snapshot in snapshots}
    PassageVectors.objects.bulk_create(
        [
            PassageVectors(snapshot_id=pk, version=VERSION, codes=each.codes, vectors=each.vectors)
            for pk, each in read.items()
        ],
        update_conflicts=True,
        unique_fields=["snapshot"],
        update_fields=["version", "codes", "vectors"],
    )


def store_missing_passages(*, limit: int = AT_ONCE) -> int:
    """Store the passages of the newest snapshots of the library that have none of this version. Return of how many."""
    missing = list(queries.without_passages()[:limit])
    store_passages(*missing)
    return len(missing)
