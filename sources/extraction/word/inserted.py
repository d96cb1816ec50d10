"""Parts of a DOCX in another format (w:altChunk, ECMA-376 part 1, 17.17.2), which Word reads in when it opens the file."""

import zipfile
from collections.abc import Sequence

from lxml import etree

from sources.extraction import limits
from sources.extraction.extraction_warnings import ExtractionWarning
from sources.extraction.kinds import FileKind
from sources.extraction.plain import extract_plain
from sources.extraction.results import ExtractedText, ExtractionRefused
from sources.extraction.word.parts import Relations, attribute, media_type_of

_PAGES = ("text/html", "application/xhtml+xml")


class InsertedParts:
    """The inserted parts that one part of a document names; what could not be read of them, and its warnings."""

    def __init__(self, archive: zipfile.ZipFile, relations: Relations):
        self._archive = archive
        self._relations = relations
        self._read = 0
        self.unread: list[str] = []
        self.warnings: list[ExtractionWarning] = []

    def lines_of(self, reference: etree._Element) -> Sequence[str]:
        """Return the lines of an inserted web page or plain text, none where it is anything else."""
        path = self._relations.path_named(attribute(reference, "id") or "")
        if path is None or path not in self._archive.namelist():
            self.unread.append("?")
            return ()
        media_type = media_type_of(self._archive, path)
        self._read += 1
        if self._read > limits.DOCX_INSERTED_PARTS:
            self.unread.append(media_type)
            return ()
        try:
            found = _extracted(self._archive.read(path), media_type)
        except ExtractionRefused as refused:
            if refused.code not in ("empty", "no_text_on_page"):
                self.unread.append(media_type or "?")
            return ()
        self.warnings.extend(found.warnings)
        return [line.strip() for line in found.visible_text.splitlines() if line.strip()]


def _extracted(data: bytes, media_type: str) -> ExtractedText:
    if media_type in _PAGES:
        from sources.extraction.web import extract_web_page  # noqa: PLC0415 - few documents need it

        return extract_web_page(data, None)
    if media_type == FileKind.TEXT:
        return extract_plain(data, None)
    raise ExtractionRefused("unsupported")
