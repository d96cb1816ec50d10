"""A line of the log says what happened, and never a token, a query string or a text."""

import io
import json
import logging
import logging.config

import pytest

from config.log_settings import logging_of, without_secrets

TEXT = "The bridge over the Dorn was opened in 1931 and has carried two tracks ever since"


@pytest.fixture
def lines():
    """Take what is logged in production, as it would reach standard error."""
    kept = logging.getLogger().handlers[:], logging.getLogger().level
    stream = io.StringIO()
    given = logging_of(level="WARNING", as_json=True)
    given["handlers"]["stderr"]["stream"] = stream
    given["loggers"] = {"gunicorn.error": given["loggers"]["gunicorn.error"]}
    logging.config.dictConfig(given)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logging.getLogger().handlers[:], level = kept
    logging.getLogger().setLevel(level)


def test_a_line_is_an_object_that_says_when_where_how_bad_and_what(lines):
    logging.getLogger("reviews.trial").warning("Entry %s is not in the ledger.", 4)
    (line,) = lines()
    assert sorted(line) == ["event", "level", "logger", "timestamp"]
    assert (line["event"], line["level"], line["logger"]) == (
        "Entry 4 is not in the ledger.",
        "warning",
        "reviews.trial",
    )


@pytest.mark.parametrize(
    ("said", "secret", "kept"),
    [
        ("Error handling request /v/?key=Xk29fJ2&page=2", "Xk29fJ2", "/v/?[hidden]"),
        ("GET https://example.org/a?token=Xk29fJ2", "Xk29fJ2", "https://example.org/a?[hidden]"),
        ("Not Found: /v/shared/Xk29fJ2qqq/", "Xk29fJ2qqq", "/v/shared/[hidden]/"),
        ("Authorization: Bearer Xk29fJ2qqq", "Xk29fJ2", "Authorization: [hidden]"),
        ("sent 'Token Xk29fJ2qqq'", "Xk29fJ2", "sent 'Token [hidden]'"),
        ("key plb_ab12cd34ef56 was refused", "ab12cd34", "key plb_[hidden] was refused"),
        ("whsec_Xk29fJ2/+= is no secret", "Xk29fJ2", "whsec_[hidden] is no secret"),
        ("postgres://ada:Xk29fJ2@db/plumbline is away", "Xk29fJ2", "postgres://[hidden]@db/plumbline is away"),
        ("Set-Cookie: sessionid=Xk29fJ2; Path=/", "Xk29fJ2", "Set-Cookie: [hidden]"),
        ("{'username': 'ada', 'password': 'Xk29fJ2 q'}", "Xk29fJ2", "{'username': 'ada', 'password': [hidden]}"),
        (f"new row violates a rule\nDETAIL:  Failing row contains (1, {TEXT}).", "bridge", "violates a rule\nDETAIL: "),
        (f'syntax error\nLINE 1: SELECT "{TEXT}"', "bridge", "syntax error\nLINE 1: "),
        (f"cannot take {TEXT!r} as a number", "bridge", "cannot take [hidden] as a number"),
        (f'cannot take "{TEXT}, it’s said"', "bridge", "cannot take [hidden]"),
        (f"cannot take “{TEXT}”", "bridge", "cannot take [hidden]"),
    ],
)
def test_what_opens_something_or_was_written_by_people_is_hidden(lines, said, secret, kept):
    for logger in ("django.request", "gunicorn.error", "celery.app.trace"):
        logging.getLogger(logger).error("%s", said)
    written = lines()
    assert len(written) == 3
    assert secret in said
    assert [secret in json.dumps(line) for line in written] == [False] * 3
    assert [kept in line["event"] for line in written] == [True] * 3


def test_a_traceback_has_its_places_and_neither_the_text_nor_the_values_of_variables(lines):
    def check(text: str) -> None:
        raise ValueError(f"invalid: {text!r}, token=Xk29fJ2")

    try:
        check(TEXT)
    except ValueError:
        logging.getLogger("claims.trial").exception("A text was not read.")
    (line,) = lines()
    assert ("in check" in line["exception"], "ValueError: invalid: [hidden], token=[hidden]" in line["exception"]) == (
        True,
        True,
    )
    assert ("bridge" in json.dumps(line), "Xk29fJ2" in json.dumps(line)) == (False, False)


@pytest.mark.parametrize(
    "said",
    [
        "Not Found: /articles/12/",
        "Why? Nobody knows.",
        'File "/srv/plumbline/reviews/services/rounds.py", line 12, in sign_off',
        "The ledger ends at entry 3, but entry 4 was recorded as its head before.",
        "A token ended at noon.",
    ],
)
def test_what_happened_stays_as_it_was_said(said):
    assert without_secrets(said) == said


def test_without_the_hiding_of_secrets_they_are_written(lines):
    handler = logging.getLogger("gunicorn.error").handlers[0]
    handler.formatter.processors = [each for each in handler.formatter.processors if "hide_secrets" not in repr(each)]
    logging.getLogger("django.request").error("GET /?token=Xk29fJ2 %r", TEXT)
    (line,) = lines()
    assert ("Xk29fJ2" in line["event"], TEXT in line["event"]) == (True, True)
