"""Text files: the characters as decoded, offsets and line ends kept."""

from sources.extraction.characters import decode
from sources.extraction.kinds import FileKind
from sources.extraction.limits import MAX_TEXT_CHARS
from sources.extraction.results import EXTRACTOR_VERSION, ExtractedText, ExtractionRefused
from sources.extraction.titles import title_of


def extract_plain(data: bytes, declared_charset: str | None) -> ExtractedText:
    """Decode a text file; the text is what the file says, character for character.

    Raises ExtractionRefused: "empty", "binary", "unreadable_characters", "too_long".
    """
    decoded = decode(data, declared_charset)
    if not decoded.text.strip():
        raise ExtractionRefused("empty")
    if len(decoded.text) > MAX_TEXT_CHARS:
        raise ExtractionRefused("too_long")
    return ExtractedText(
        text=decoded.text,
        visible_text=decoded.text,
        title=title_of(decoded.text),
        media_type=FileKind.TEXT,
        charset=decoded.charset,
        extractor="plain",
        extractor_version=EXTRACTOR_VERSION,
        replacements=decoded.replacements,
        warnings=decoded.warnings,
    )
