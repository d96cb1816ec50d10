"""What snapshots say to a reader: all that is visible, and the same bytes as another version of the reader has them."""

from sources.extraction import ExtractionRefused, extract
from sources.models import Reading, Snapshot
from sources.services.storing import extractor_of, store_reading


def texts_of(snapshot: Snapshot) -> list[str]:
    """Return the text of a snapshot, and after it all that the page shows, where that is more."""
    own = snapshot.readings.filter(extractor=snapshot.extractor).first()
    return [snapshot.text, own.visible_text] if own and own.visible_text else [snapshot.text]


def text_as_read_like(snapshot: Snapshot, other: Snapshot) -> str:
    """Return the text of one snapshot as the version of the reader has it that read the other one.

    Where two snapshots were read by different versions, only this text shows what changed at the source: the rest is
    the reader's doing. Bytes that cannot be read again, or not by that version, keep the text that they have.
    """
    version = _version(other.extractor)
    if _version(snapshot.extractor) == version:
        return snapshot.text
    reading = snapshot.readings.filter(extractor__endswith=f" {version}").first() or _read_again(snapshot)
    return reading.text if reading and reading.text and _version(reading.extractor) == version else snapshot.text


def _read_again(snapshot: Snapshot) -> Reading | None:
    """Read the bytes of a snapshot with the readers of today, and keep what they say beside what was read then."""
    declared_type = f"{snapshot.media_type}; charset={snapshot.charset}" if snapshot.charset else snapshot.media_type
    try:
        extracted = extract(bytes(snapshot.blob.data), filename=None, declared_type=declared_type)
    except ExtractionRefused:
        return None
    return None if extractor_of(extracted) == snapshot.extractor else store_reading(snapshot, extracted)


def _version(extractor: str) -> str:
    """Return the part that follows the reader's name: which part of a page it took is no matter of its version."""
    return extractor.partition(" ")[2]
