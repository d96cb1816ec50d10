"""What snapshots say: all that is visible, and the same bytes as another version of the extractor has them."""

from sources.extraction import ExtractionRefused, extract
from sources.models import AlternateText, Snapshot
from sources.services.storing import extractor_of, store_alternate_text


def texts_of(snapshot: Snapshot) -> list[str]:
    """Return the text of a snapshot, and after it all that the page shows, where that is more."""
    own = snapshot.alternate_texts.filter(extractor=snapshot.extractor).first()
    return [snapshot.text, own.visible_text] if own and own.visible_text else [snapshot.text]


def text_as_extracted_like(snapshot: Snapshot, other: Snapshot) -> str:
    """Return the text of one snapshot as the version of the extractor has it that read the other one.

    Where two snapshots were read by different versions, only this text shows what changed at the source: the rest is
    the extractor's doing. Bytes that cannot be read again, or not by that version, keep the text that they have.
    """
    version = _version(other.extractor)
    if _version(snapshot.extractor) == version:
        return snapshot.text
    alternate = snapshot.alternate_texts.filter(extractor__endswith=f" {version}").first() or _extract_again(snapshot)
    return (
        alternate.text if alternate and alternate.text and _version(alternate.extractor) == version else snapshot.text
    )


def _extract_again(snapshot: Snapshot) -> AlternateText | None:
    """Read the bytes of a snapshot with the extractors of today, and keep what they say beside what was read then."""
    declared_type = f"{snapshot.media_type}; charset={snapshot.charset}" if snapshot.charset else snapshot.media_type
    if snapshot.blob is None:
        return None
    try:
        extracted = extract(
            bytes(snapshot.blob.data), declared_type=declared_type, chosen_encoding=snapshot.chosen_encoding or None
        )
    except ExtractionRefused:
        return None
    return None if extractor_of(extracted) == snapshot.extractor else store_alternate_text(snapshot, extracted)


def _version(extractor: str) -> str:
    """Return the part that follows the extractor's name: which part of a page it took is no matter of its version."""
    return extractor.partition(" ")[2]
