"""The settings of e-mail are read strictly, and never show the password."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.mail_settings import Outgoing, outgoing, sender, site

SMTP = "django.core.mail.backends.smtp.EmailBackend"


def test_without_a_server_letters_go_to_the_log(monkeypatch):
    monkeypatch.delenv("EMAIL_URL", raising=False)
    assert outgoing() == Outgoing(backend="django.core.mail.backends.console.EmailBackend")


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("smtps://ada:a%40b@mail.example.org", Outgoing(SMTP, "mail.example.org", 465, "ada", "a@b", uses_ssl=True)),
        ("smtp+tls://u:p@mail.example.org:2525", Outgoing(SMTP, "mail.example.org", 2525, "u", "p", uses_tls=True)),
        ("smtp://relay", Outgoing(SMTP, "relay", 25)),
    ],
)
def test_a_server_is_read_from_its_address(monkeypatch, url, read):
    monkeypatch.setenv("EMAIL_URL", url)
    assert outgoing() == read
    assert "a@b" not in repr(outgoing())


@pytest.mark.parametrize(
    "url",
    ["mail.example.org", "http://mail.example.org", "smtp://", "smtps://h:0", "smtps://h:x", "smtp://h/box?tls=1"],
)
def test_what_is_no_mail_server_is_refused(monkeypatch, url):
    monkeypatch.setenv("EMAIL_URL", url)
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL is not a valid mail server address: use smtps://"):
        outgoing()


def test_a_password_is_not_sent_where_it_can_be_read(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "smtp://ada:secret@mail.example.org")
    with pytest.raises(ImproperlyConfigured, match="would send its password unencrypted") as refused:
        outgoing()
    assert "secret" not in str(refused.value)


def test_the_sender_is_an_address(monkeypatch):
    monkeypatch.setenv("EMAIL_FROM", "Desk <desk@example.org>")
    assert sender() == "Desk <desk@example.org>"
    for wrong in ("Desk", "desk@", "Desk <desk@example.org>\nBcc: all@example.org"):
        monkeypatch.setenv("EMAIL_FROM", wrong)
        with pytest.raises(ImproperlyConfigured, match="is not an address"):
            sender()


def test_links_lead_to_the_address_that_people_type(monkeypatch):
    monkeypatch.delenv("PLUMBLINE_SITE", raising=False)
    assert site(otherwise=[]) == "http://127.0.0.1:8000"
    assert site(otherwise=["https://*.example.org", "https://desk.example.org"]) == "https://desk.example.org"
    monkeypatch.setenv("PLUMBLINE_SITE", "https://claims.example.org/")
    assert site(otherwise=["https://desk.example.org"]) == "https://claims.example.org"
    for wrong in ("claims.example.org", "ftp://claims.example.org", "https://claims.example.org/desk", "https://"):
        monkeypatch.setenv("PLUMBLINE_SITE", wrong)
        with pytest.raises(ImproperlyConfigured, match="use the address that people type"):
            site(otherwise=[])
