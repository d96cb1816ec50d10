"""Notices: told once, shown and mailed as each person chose, and a letter that failed is sent again."""

import contextlib
import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import translation
from django.utils.html import conditional_escape

from reviews import notice_texts, queries, services, tasks
from reviews.models import Notice, NoticeKind
from reviews.services import notifying
from reviews.workflow import Status
from tests import factories

pytestmark = pytest.mark.django_db

SITE = "https://desk.example.org"


def tell(people, *, at, key="occasion 1", kind=NoticeKind.MENTIONED, text="Look at this.", claim=None) -> int:
    return services.tell(recipients=people, kind=kind, key=key, facts=facts(kind, text), claim=claim, at=at)


def facts(kind, text) -> dict:
    if kind == NoticeKind.ASSIGNED:
        return {"by": "edith", "claim": text, "due_on": None}
    return {"by": "edith", "claim": "Engines", "words": text}


def said(text) -> str:
    return f"edith on “Engines”: {text}"


def send(at) -> list[tuple[str, str, str]]:
    """Send the digests; return the letters of this call as (to, subject, body)."""
    mail.outbox.clear()
    services.send_digests(at=at, address_of_site=SITE)
    return [(letter.to[0], letter.subject, letter.body) for letter in mail.outbox]


@pytest.fixture
def ada():
    return factories.person("ada", "analyst", email="ada@example.org")


@pytest.fixture
def bruno():
    return factories.person("bruno", "analyst", email="bruno@example.org")


class UnwillingServer(EmailBackend):
    """A mail server that takes no letter for Ada."""

    def send_messages(self, letters):
        if letters[0].to == ["ada@example.org"]:
            raise smtplib.SMTPRecipientsRefused({"ada@example.org": (550, b"unknown")})
        return super().send_messages(letters)


class TestTelling:
    def test_each_person_is_told_an_occasion_once(self, ada, bruno, at):
        assert (tell([ada, bruno, ada], at=at), tell([ada], at=at)) == (2, 1)
        assert [(notice.recipient, notice.key) for notice in Notice.objects.order_by("recipient")] == [
            (ada, "occasion 1"),
            (bruno, "occasion 1"),
        ]

    def test_another_occasion_is_told_again(self, ada, at):
        tell([ada], at=at)
        tell([ada], at=at, key="occasion 2")
        assert queries.unread_count(ada) == 2

    def test_who_wants_neither_inbox_nor_mail_is_not_told(self, ada, at):
        services.choose_notices(by=ada, in_app=[], by_mail=[])
        assert (tell([ada], at=at), Notice.objects.count()) == (0, 0)

    def test_who_wants_mail_only_finds_nothing_in_the_inbox(self, ada, at):
        services.choose_notices(by=ada, in_app=[], by_mail=NoticeKind.values)
        tell([ada], at=at)
        assert (list(queries.notices(ada)), len(send(at))) == ([], 1)

    def test_a_judgement_that_is_sent_back_is_told_to_its_author_only(self, ada, bruno, editor, at):
        review = factories.review_at(Status.IN_REVIEW, analyst=ada, editor=editor, at=at)
        assert [(notice.recipient, notice.kind, notice.text) for notice in Notice.objects.all()] == [
            (ada, "returned", f"edith sent back “{review.claim.text}”: Cite the figure in vacuum.")
        ]


class TestTheWords:
    def test_a_notice_is_put_together_from_its_facts_when_it_is_shown(self, ada, at):
        services.tell(
            recipients=[ada],
            kind=NoticeKind.ASSIGNED,
            key="claim 1 v1",
            facts={"by": "edith", "claim": "The engine flew.", "due_on": "2026-11-09"},
            at=at,
        )
        notice = queries.notices(ada).get()
        assert notice.as_text == "edith assigned “The engine flew.” to you. It is due on 9 Nov 2026."
        assert notice.as_html == (
            'edith assigned “<span lang="en">The engine flew.</span>” to you. It is due on 9 Nov 2026.'
        )

    def test_a_letter_is_in_english_whoever_caused_it(self, ada, at):
        with translation.override("zh-hans"):
            tell([ada], at=at)
        assert queries.notices(ada).get().text == said("Look at this.")

    def test_without_the_protection_a_letter_would_be_in_the_language_of_who_caused_it(self, ada, at, monkeypatch):
        monkeypatch.setattr(notifying, "override", lambda _language: contextlib.nullcontext())
        monkeypatch.setattr(notice_texts, "_", lambda template: f"({translation.get_language()}) {template}")
        with translation.override("zh-hans"):
            tell([ada], at=at)
        assert queries.notices(ada).get().text == f"(zh-hans) {said('Look at this.')}"

    def test_what_was_told_before_there_were_facts_is_shown_as_it_is(self, ada, at):
        notice = Notice.objects.create(
            recipient=ada, kind=NoticeKind.RETURNED, key="1", text="100 % <b> sent back", at=at
        )
        assert (notice.as_text, conditional_escape(notice.as_html)) == (
            "100 % <b> sent back",
            "100 % &lt;b&gt; sent back",
        )

    def test_what_people_wrote_is_shown_as_words_and_never_as_markup(self, ada, at):
        tell([ada], at=at, text="<script>50 % %(by)s</script>")
        assert queries.notices(ada).get().as_html == (
            'edith on “<span lang="en">Engines</span>”: &lt;script&gt;50 % %(by)s&lt;/script&gt;'
        )


class TestTheInbox:
    def test_unread_comes_first_and_the_newest_of_each_part(self, ada, at):
        for number in range(4):
            tell([ada], at=at, key=f"occasion {number}", text=str(number))
        third = queries.notices(ada).get(text=said("2"))
        services.mark_notices_read(by=ada, ids=[third.pk], at=at)
        assert [notice.text for notice in queries.inbox(ada, limit=10)] == [*map(said, "3102")]

    def test_page_after_page_shows_everything_once(self, ada, at):
        for number in range(7):
            tell([ada], at=at, key=f"occasion {number}", text=str(number))
        services.mark_notices_read(by=ada, ids=queries.notices(ada).values_list("pk", flat=True)[:3], at=at)
        seen, place = [], None
        while shown := queries.inbox(ada, place=place, limit=2):
            seen += [notice.text for notice in shown]
            place = queries.Place(is_read=shown[-1].read_at is not None, after=shown[-1].pk)
        assert seen == [*map(said, "3210654")]

    def test_nobody_marks_what_another_was_told(self, ada, bruno, at):
        tell([ada], at=at)
        notice = queries.notices(ada).get()
        assert services.mark_notices_read(by=bruno, ids=[notice.pk], at=at) == 0
        assert services.mark_notices_read(by=bruno, at=at) == 0
        assert services.mark_notices_read(by=ada, ids=[notice.pk], at=at) == 1
        assert queries.unread_count(ada) == 0


class TestDigests:
    def test_everything_unread_goes_in_one_letter_with_the_way_to_it(self, ada, editor, at):
        claim = factories.claim(by=editor, at=at)
        tell([ada], at=at, text="First.", claim=claim)
        tell([ada], at=at, key="occasion 2", text="Second.")
        assert send(at) == [
            (
                "ada@example.org",
                "Plumbline: 2 new notifications",
                f"{said('First.')}\n{SITE}/claims/{claim.pk}/\n\n{said('Second.')}\n{SITE}/",
            )
        ]

    def test_nothing_is_mailed_twice(self, ada, at):
        tell([ada], at=at)
        assert (len(send(at)), send(at), send(at + timedelta(days=1))) == (1, [], [])

    def test_what_was_read_is_not_mailed(self, ada, at):
        tell([ada], at=at)
        services.mark_notices_read(by=ada, at=at)
        assert send(at) == []

    def test_a_kind_that_is_switched_off_is_never_mailed(self, ada, at):
        tell([ada], at=at, text="Before the choice.")
        services.choose_notices(by=ada, in_app=NoticeKind.values, by_mail=[NoticeKind.ASSIGNED])
        tell([ada], at=at, key="occasion 2", text="After the choice.")
        tell([ada], at=at, key="occasion 3", text="The engine flew.", kind=NoticeKind.ASSIGNED)
        assert [body for _, _, body in send(at)] == [f"edith assigned “The engine flew.” to you.\n{SITE}/"]
        assert queries.unread_count(ada) == 3

    @pytest.mark.parametrize("change", [{"email": ""}, {"is_active": False}])
    def test_who_has_no_address_or_no_account_any_more_gets_no_letter(self, ada, at, change):
        tell([ada], at=at)
        for name, value in change.items():
            setattr(ada, name, value)
        ada.save()
        assert send(at) == []

    def test_who_no_longer_works_here_gets_no_letter(self, ada, at):
        tell([ada], at=at)
        ada.groups.clear()
        assert send(at) == []

    def test_a_letter_that_failed_is_sent_with_the_next_digest_and_holds_up_nobody(self, ada, bruno, at, settings):
        tell([ada, bruno], at=at)
        willing, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.UnwillingServer"
        assert [to for to, _, _ in send(at)] == ["bruno@example.org"]
        settings.EMAIL_BACKEND = willing
        assert [to for to, _, _ in send(at)] == ["ada@example.org"]
        assert send(at) == []

    def test_with_the_protection_off_one_refused_letter_would_stop_the_others(
        self, ada, bruno, at, settings, monkeypatch
    ):
        tell([ada, bruno], at=at)
        settings.EMAIL_BACKEND = f"{__name__}.UnwillingServer"
        monkeypatch.setattr(notifying, "_is_sent", lambda letter, recipient: bool(letter.send()))
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            send(at)
        assert mail.outbox == []

    def test_an_address_with_a_line_break_holds_up_nobody(self, ada, bruno, at):
        tell([ada, bruno], at=at)
        ada.email = "ada@example.org\nBcc: all@example.org"
        ada.save()
        assert [to for to, _, _ in send(at)] == ["bruno@example.org"]

    def test_the_task_leads_to_the_address_of_this_site(self, ada, at, settings):
        settings.PLUMBLINE_SITE = "https://claims.example.org"
        tell([ada], at=at)
        tasks.send_digests()
        assert mail.outbox[0].body == f"{said('Look at this.')}\nhttps://claims.example.org/"
