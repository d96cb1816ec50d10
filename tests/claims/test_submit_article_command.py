"""Handing in from the shell."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims.models import Article
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def somebody(db):
    return factories.person("root", is_superuser=True)


def submit(*articles, **options):
    out, err = StringIO(), StringIO()
    try:
        call_command("submit_article", *map(str, articles), stdout=out, stderr=err, **options)
    except CommandError as refused:
        return out.getvalue(), err.getvalue(), str(refused)
    return out.getvalue(), err.getvalue(), ""


def test_files_are_handed_in_and_the_same_text_is_one_article(tmp_path, somebody):
    one, same, other = tmp_path / "one.txt", tmp_path / "same.txt", tmp_path / "other.txt"
    one.write_text(factories.ENGINE_ARTICLE)
    same.write_text(factories.ENGINE_ARTICLE + "\n")
    other.write_text("Another article, about 15 countries.")
    out, err, refused = submit(one, same, other)
    first, second = Article.objects.order_by("pk").values_list("pk", flat=True)
    assert out.splitlines() == [
        f"{one}: article {first}",
        f"{same}: article {first} (here already)",
        f"{other}: article {second}",
    ]
    assert (err, refused) == ("", "")


def test_what_cannot_be_read_is_named_and_the_rest_is_taken(tmp_path, somebody):
    empty, good = tmp_path / "empty.txt", tmp_path / "good.txt"
    empty.write_text("")
    good.write_text(factories.ENGINE_ARTICLE)
    _, err, refused = submit(empty, tmp_path / "missing.txt", good, "http://127.0.0.1/")
    assert [line.split(": ")[0] for line in err.splitlines()] == [
        str(empty),
        str(tmp_path / "missing.txt"),
        "http://127.0.0.1/",
    ]
    assert (refused, Article.objects.count()) == ("3 of 4 articles were not accepted; see above.", 1)


def test_somebody_has_to_hand_it_in(tmp_path, db):
    assert submit(tmp_path / "x.txt")[2].startswith("There are no users yet.")
    assert submit(tmp_path / "x.txt", username="nobody")[2] == "There is no user “nobody”. Name one with --as."
