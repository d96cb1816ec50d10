"""The comments of a DOCX file (ECMA-376, part 1, 17.13.4), which Word shows beside the text and which are none of it."""

import zipfile

from sources.extraction.word.parts import Relations, name_of, parsed


def comments_of(archive: zipfile.ZipFile, relations: Relations) -> list[str]:
    """Return the words of each comment."""
    path = relations.path_of("/comments")
    if path is None or path not in archive.namelist():
        return []
    root = parsed(archive, path)
    comments = (
        " ".join("".join(map(str, comment.itertext())).split()) for comment in root if name_of(comment) == "w:comment"
    )
    return [comment for comment in comments if comment]
