"""What commands without a database share: the text of a file that is named on the command line."""

import sys
from pathlib import Path

from django.core.management.base import CommandError

from sources.extraction import ExtractedText, ExtractionRefused, extract

STANDARD_INPUT = "-"


def extract_named_file(file: str) -> ExtractedText:
    """Return the text of a TXT, HTML, PDF or DOCX file; STANDARD_INPUT reads a text from standard input.

    Raises CommandError, with what to do, where the file cannot be opened or holds no readable text.
    """
    is_piped = file == STANDARD_INPUT
    try:
        data = sys.stdin.buffer.read() if is_piped else Path(file).read_bytes()
        return extract(data, filename="standard-input.txt" if is_piped else Path(file).name)
    except OSError as error:
        raise CommandError(f"{file} could not be read: {error.strerror}. Check the path and try again.") from error
    except ExtractionRefused as refusal:
        raise CommandError(str(refusal)) from refusal
