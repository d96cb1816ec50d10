"""The zip archive of a DOCX file: refused before anything is unpacked where Word would not write it."""

import stat
import zipfile
import zlib
from io import BytesIO

from sources.extraction import limits
from sources.extraction.results import ExtractionRefused

_CONTENT_TYPES = "[Content_Types].xml"
_DOCTYPE_WITHIN = 4_096


def check_archive(data: bytes) -> None:
    """Read the directory of a DOCX archive, before anything is unpacked, and refuse what Word
    would not write: thousands of members, huge or absurdly compressible ones, encrypted ones, paths that leave the
    archive, links, two members of one name, a document type declaration.

    Raises ExtractionRefused: "corrupt", "mismatch", "unsafe_archive", "encrypted", "too_complex".
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_members(archive.infolist())
            _check_declarations(archive)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, zlib.error):
        raise ExtractionRefused("corrupt") from None


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if len(members) > limits.ZIP_MEMBERS:
        raise ExtractionRefused("too_complex")
    if _CONTENT_TYPES not in names:
        raise ExtractionRefused("mismatch")
    if any(member.flag_bits & 0x1 for member in members):
        raise ExtractionRefused("encrypted")
    if len({name.lower() for name in names}) != len(names) or any(map(_is_unsafe_member, members)):
        raise ExtractionRefused("unsafe_archive")
    if sum(member.file_size for member in members) > limits.ZIP_TOTAL_BYTES or any(map(_is_bomb, members)):
        raise ExtractionRefused("too_complex")


def _is_unsafe_member(member: zipfile.ZipInfo) -> bool:
    name = member.filename.replace("\\", "/")
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    return is_link or name.startswith("/") or ":" in name or ".." in name.split("/")


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    if member.file_size > limits.ZIP_MEMBER_BYTES:
        return True
    return (
        member.file_size > limits.ZIP_RATIO_FLOOR_BYTES
        and member.file_size > max(member.compress_size, 1) * limits.ZIP_RATIO
    )


def _check_declarations(archive: zipfile.ZipFile) -> None:
    for member in archive.infolist():
        if member.filename.endswith((".xml", ".rels")):
            with archive.open(member) as part:
                head = part.read(_DOCTYPE_WITHIN).replace(b"\x00", b"")
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise ExtractionRefused("unsafe_archive")
