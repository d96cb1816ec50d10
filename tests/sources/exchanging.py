"""Lists that go in and out of the admin the way an editor's browser sends them."""

import csv
import json
from io import StringIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse


def csv_of(*rows: tuple, delimiter: str = ",") -> bytes:
    """A CSV file of these rows, the first of which names the columns."""
    written = StringIO(newline="")
    csv.writer(written, delimiter=delimiter).writerows(rows)
    return written.getvalue().encode("utf-8", "replace")


def preview(client, model: str, data: bytes, name: str = "list.csv"):
    """Choose a file and look at what would become of it."""
    form = {"import_file": SimpleUploadedFile(name, data), "format": "0", "resource": "0"}
    return client.post(reverse(f"admin:{model}_import"), form)


def confirm(client, model: str, previewed):
    """Press the button under a preview."""
    shown = previewed.context["confirm_form"].initial
    return client.post(reverse(f"admin:{model}_process_import"), shown, follow=True)


def fates(previewed) -> list[tuple]:
    """Where each row stands in the file, what becomes of it, and what is said about it."""
    return [(row.where, row.import_type, *row.notes) for row in previewed.context["result"].rows]


def fault(answer) -> list[str]:
    """What is said against a whole file."""
    result = answer.context.get("result")
    of_the_form = answer.context["form"].errors.get("import_file", []) if "form" in answer.context else []
    return [*of_the_form, *(str(error.error) for error in (result.base_errors if result else []))]


def said(answer) -> list[str]:
    """The messages over the page that the browser came to."""
    return [str(message) for message in answer.context["messages"]]


def exported(client, model: str, kind: str, query: str = "") -> bytes:
    """The bytes of a download, `kind` being csv or json."""
    number = {"csv": "0", "json": "1"}[kind]
    answer = client.post(reverse(f"admin:{model}_export") + query, {"format": number, "resource": "0"})
    return b"".join(answer.streaming_content)


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def entries_of(data: bytes) -> list[dict]:
    return json.loads(data)
