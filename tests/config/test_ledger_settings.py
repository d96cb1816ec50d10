"""Where heads of the ledger go is read strictly."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import ledger_settings


def test_heads_are_mailed_to_editors_and_addresses(monkeypatch):
    monkeypatch.setenv("PLUMBLINE_LEDGER_MAIL", "editors, auditor@example.org")
    assert ledger_settings.mail_to(has_server=True) == ["editors", "auditor@example.org"]
    with pytest.raises(ImproperlyConfigured, match="would only write to this machine's log: set EMAIL_URL"):
        ledger_settings.mail_to(has_server=False)
    monkeypatch.setenv("PLUMBLINE_LEDGER_MAIL", "")
    assert ledger_settings.mail_to(has_server=False) == []


@pytest.mark.parametrize("given", ["True", "everybody", "editors;a@example.org", "a@example.org\nBcc: b@example.org"])
def test_what_is_no_recipient_is_refused(monkeypatch, given):
    monkeypatch.setenv("PLUMBLINE_LEDGER_MAIL", given)
    with pytest.raises(ImproperlyConfigured, match="PLUMBLINE_LEDGER_MAIL has"):
        ledger_settings.mail_to(has_server=True)


@pytest.mark.parametrize("given", ["https://auditor.example.org/h?key=1", "http://cms.internal:9000/heads"])
def test_heads_are_posted_to_an_address(monkeypatch, given):
    monkeypatch.setenv("PLUMBLINE_LEDGER_WEBHOOK", given)
    assert ledger_settings.webhook(internal_hosts=frozenset({"cms.internal:9000"})) == given


@pytest.mark.parametrize(
    "given",
    [
        "auditor.example.org/secret",
        "http://auditor.example.org/secret",
        "https://",
        "https:///secret",
        "https://u:secret@h.example.org/",
        "https://h.example.org/ secret",
        "https://h.example.org/#secret",
        "https://h.example.org:x/secret",
        "ftp://cms.internal:9000/secret",
    ],
)
def test_what_is_no_address_is_refused_without_repeating_it(monkeypatch, given):
    monkeypatch.setenv("PLUMBLINE_LEDGER_WEBHOOK", given)
    with pytest.raises(ImproperlyConfigured, match="PLUMBLINE_LEDGER_WEBHOOK is not an address to post to") as refused:
        ledger_settings.webhook(internal_hosts=frozenset({"cms.internal:9000"}))
    assert "secret" not in str(refused.value)
