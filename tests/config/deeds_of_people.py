"""What people do through the services, one deed by each: what a history is looked through for."""

from io import BytesIO

from django.contrib.auth.models import User
from django.db import models

from claims import services as claim_services
from claims.models import Article, Finding
from core.accounts.policies import Role
from reviews import services as review_services
from reviews.factchecks import read_fact_checks
from reviews.models import ExternalVerdict, Recheck
from reviews.workflow import Status
from sources import services as source_services
from tests import factories

URL = "https://example.org/sheet"


class Desk:
    """One deed by each service that a person can call, done to rows that got there through services."""

    def __init__(self, analyst: User, editor: User, at: object) -> None:
        self.by, self.editor, self.at = analyst, editor, at

    # ---- sources

    def add_upload(self) -> models.Model:
        return factories.upload(by=self.by, at=self.at).document

    store_upload = add_upload

    def add_version(self) -> models.Model:
        document = factories.upload(by=self.editor, at=self.at).document
        claim_services.add_version(
            by=self.by, document=document, data=b"The sheet was withdrawn.", filename="b.txt", at=self.at
        )
        return document

    def add_address(self) -> models.Model:
        source_services.add_address(by=self.editor, url=URL, at=self.at)
        return source_services.add_address(by=self.by, url=URL, at=self.at, in_library=True)

    def add_source(self) -> models.Model:
        return source_services.add_source(by=self.by, url=URL, at=self.at)

    def restore_source(self) -> models.Model:
        version = source_services.StoredVersion(b"The wall is 3 m high.", "text/plain", self.at)
        return source_services.restore_source(by=self.by, versions=[version], title="Wall", at=self.at).document

    def restore_article(self) -> models.Model:
        version = source_services.StoredVersion(b"The wall is 3 m high.", "text/plain", self.at)
        return claim_services.restore_article(by=self.by, version=version, title="Wall", at=self.at).article

    def read_as(self) -> models.Model:
        document = source_services.add_upload(
            by=self.editor, data="Żółw waży 40 kg.".encode("cp1250"), filename="sheet.txt", at=self.at
        ).document
        source_services.read_as(by=self.by, snapshot=document.snapshots.latest("pk"), encoding="koi8-r", at=self.at)
        return document

    def grade_document(self) -> models.Model:
        document = factories.upload(by=self.editor, at=self.at).document
        source_services.grade_document(
            by=self.by, document=document, grade="B2", publisher="", title="Sheet", in_library=True
        )
        return document

    def choose_interval(self) -> models.Model:
        document = source_services.add_address(by=self.editor, url=URL, at=self.at)
        review_services.choose_interval(by=self._promoted(), document=document, check_interval=7, at=self.at)
        return document

    # ---- claims

    def submit_text(self) -> models.Model:
        return factories.article(by=self.by, at=self.at)

    def submit_file(self) -> models.Model:
        article = factories.article(by=self.editor, at=self.at)
        Article.objects.filter(pk=article.pk).update(state=Article.State.DEAD)
        return factories.article(by=self.by, at=self.at)

    def submit_address(self) -> models.Model:
        return claim_services.submit_address(by=self.by, url=URL, at=self.at).article

    def submit_article(self) -> models.Model:
        return claim_services.submit_article(by=self.by, url=URL, at=self.at).article

    def request_resplit(self) -> models.Model:
        article = factories.article(by=self.editor, at=self.at)
        Article.objects.update(splitter_version="older rules")
        claim_services.request_resplit(Article.objects.all(), by=self.by)
        return article

    def add_claim(self) -> models.Model:
        article = factories.article(by=self.editor, at=self.at)
        return claim_services.add_claim(
            by=self.by, article=article, quote="maximum vacuum thrust of 4150 N", at=self.at
        )

    def edit_claim(self) -> models.Model:
        claim = self._claim()
        review_services.edit_claim(by=self.by, claim=claim, text="The engine has a thrust of 4150 N.", at=self.at)
        return claim

    def resolve_reference(self) -> models.Model:
        claim = self._claim()
        review_services.edit_claim(by=self.editor, claim=claim, text="It has a thrust of 4150 N.", at=self.at)
        claim.refresh_from_db()
        review_services.resolve_reference(by=self.by, claim=claim, words="It", means="The RD-180", at=self.at)
        return claim

    def tie_to_original(self) -> models.Model:
        english = factories.article(by=self.editor, at=self.at)
        russian = factories.article(by=self.editor, at=self.at, text="Двигатель весит 5,5 тонны.")
        Article.objects.filter(pk=russian.pk).update(language="ru")
        russian.refresh_from_db()
        claim_services.tie_to_original(by=self.by, article=russian, original=english)
        return russian

    def split_claim(self) -> models.Model:
        claim = self._claim()
        review_services.split_claim(by=self.by, claim=claim, texts=["It is an engine.", "It has 4150 N."], at=self.at)
        return claim

    def merge_claims(self) -> models.Model:
        claim = self._claim()
        other = claim.article.claims.exclude(pk=claim.pk).first()
        review_services.merge_claims(by=self.by, merged=[claim, other], text="The engine has 4150 N.", at=self.at)
        return claim

    def dismiss_claim(self) -> models.Model:
        claim = self._claim()
        review_services.dismiss_claim(by=self.by, claim=claim, reason="A headline.", at=self.at)
        return claim

    def restore_claim(self) -> models.Model:
        claim = self._claim()
        review_services.dismiss_claim(by=self.editor, claim=claim, reason="A headline.", at=self.at)
        claim_services.restore_claim(by=self.by, claim=claim, at=self.at)
        return claim

    def put_on_desk(self) -> models.Model:
        claim = self._claim()
        review_services.dismiss_claim(by=self.editor, claim=claim, reason="A headline.", at=self.at)
        claim.refresh_from_db()
        claim_services.put_on_desk(by=self.by, claim=claim, at=self.at)
        return claim

    def promote_claim(self) -> models.Model:
        claim = self._claim()
        type(claim).objects.filter(pk=claim.pk).update(check_worthy=False)
        claim_services.promote_claim(by=self.by, claim=claim, at=self.at)
        return claim

    def dismiss_mark(self) -> models.Model:
        article = factories.article(by=self.editor, at=self.at)
        mark = article.marks.first()
        article.marks.filter(pk=mark.pk).update(claim=None)
        claim_services.dismiss_mark(by=self.by, mark=mark, reason="A figure of speech.")
        return article

    def cite(self) -> models.Model:
        return factories.citation(by=self.by, claim=self._claim(), at=self.at)

    def decide_finding(self) -> models.Model:
        finding = self._finding()
        claim_services.decide_finding(by=self.by, finding=finding, accept=True)
        return finding

    def dismiss_findings(self) -> models.Model:
        finding = self._finding()
        claim_services.dismiss_findings(by=self.by, ids=[finding.pk])
        return finding

    # ---- reviews

    def open_review(self) -> models.Model:
        return review_services.open_review(claim=self._claim(), at=self.at, by=self.by)

    def request_round(self) -> models.Model:
        verdict = factories.verdict(analyst=self.editor, editor=self._second_editor(), at=self.at)
        return review_services.request_round(by=self.by, claim=verdict.claim, note="A newer sheet is out.", at=self.at)

    def submit_judgement(self) -> models.Model:
        return factories.review_at(Status.IN_APPROVAL, analyst=self.by, editor=self.editor, at=self.at)

    def ask_for_second_judgement(self) -> models.Model:
        claim = self._claim()
        review = review_services.open_review(claim=claim, at=self.at)
        review_services.ask_for_second_judgement(by=self.by, claim=claim, at=self.at)
        return review

    def return_review(self) -> models.Model:
        review = factories.review_at(Status.IN_APPROVAL, analyst=self.editor, editor=self.editor, at=self.at)
        review_services.return_review(by=self._promoted(), review=review, note="Cite the vacuum figure.", at=self.at)
        return review

    def abandon_review(self) -> models.Model:
        review = review_services.open_review(claim=self._claim(), at=self.at)
        review_services.abandon_review(by=self._promoted(), review=review, note="Not ours.", at=self.at)
        return review

    def sign_off(self) -> models.Model:
        review = factories.review_at(Status.IN_APPROVAL, analyst=self.editor, editor=self.editor, at=self.at)
        return review_services.sign_off(by=self._promoted(), review=review, at=self.at)

    def assign(self) -> models.Model:
        claim = self._claim()
        review_services.assign(by=self.by, claim=claim, change=review_services.AssignmentChange(priority=2), at=self.at)
        return claim

    def comment(self) -> models.Model:
        claim = self._claim()
        review_services.comment(by=self.by, claim=claim, text="See the data sheet.", at=self.at)
        return claim

    def request_rechecks(self) -> models.Model:
        cited = factories.citation(by=self.editor, claim=self._claim(), at=self.at)
        return review_services.request_rechecks(citations=[cited], at=self.at, by=self.by)[0]

    def run_dead_rechecks_again(self) -> models.Model:
        cited = factories.citation(by=self.editor, claim=self._claim(), at=self.at)
        (recheck,) = review_services.request_rechecks(citations=[cited], at=self.at)
        Recheck.objects.update(state=Recheck.State.DEAD)
        review_services.run_dead_rechecks_again(by=self.by, ids=[recheck.pk], at=self.at)
        return recheck

    def withdraw_verdict(self) -> models.Model:
        verdict = factories.verdict(analyst=self.editor, editor=self._second_editor(), at=self.at)
        review_services.withdraw_verdict(by=self._promoted(), verdict=verdict, reason="Another engine.", at=self.at)
        return verdict

    def import_fact_check(self) -> models.Model:
        return review_services.import_fact_check(by=self._promoted(), found=factories.fact_check(), at=self.at).verdict

    def delete_fact_checks(self) -> models.Model:
        gone = self.import_fact_checks()
        review_services.delete_fact_checks(by=self.by, verdicts=[gone], at=self.at)
        return gone

    def create_link(self) -> models.Model:
        article = factories.article(by=self.editor, at=self.at)
        review_services.create_link(by=self.by, to=article, purpose="Dr Weiss", days=14, at=self.at)
        return article

    def revoke_link(self) -> models.Model:
        claim = factories.claim(by=self.editor, at=self.at)
        link, _token = review_services.create_link(by=self.by, to=claim, purpose="Dr Weiss", days=14, at=self.at)
        review_services.revoke_link(by=self.by, link=link, at=self.at)
        return claim

    def import_fact_checks(self) -> models.Model:
        file = BytesIO(f"claim,url,publisher,rating\nThe moon is cheese.,{URL},Somebody,False\n".encode())
        review_services.import_fact_checks(by=self._promoted(), rows=read_fact_checks(file), at=self.at)
        return ExternalVerdict.objects.get()

    def create_webhook(self) -> models.Model:
        return self._webhook(self.by)

    def delete_webhook(self) -> models.Model:
        webhook = self._webhook(self.editor)
        number = webhook.pk
        review_services.delete_webhook(by=self._promoted(), webhook=webhook, at=self.at)
        webhook.pk = number
        return webhook

    def choose_changes(self) -> models.Model:
        webhook = self._webhook(self.editor)
        review_services.choose_changes(
            by=self._promoted(), webhook=webhook, kinds=["reversed"], only_fetched=True, at=self.at
        )
        return webhook

    def change_secret(self) -> models.Model:
        webhook = self._webhook(self.by)
        review_services.change_secret(by=self.by, webhook=webhook, at=self.at)
        return webhook

    def disable_webhook(self) -> models.Model:
        webhook = self._webhook(self.editor)
        review_services.disable_webhook(by=self._promoted(), webhook=webhook, at=self.at)
        return webhook

    def enable_webhook(self) -> models.Model:
        webhook = self._webhook(self.editor)
        review_services.disable_webhook(by=self.editor, webhook=webhook, at=self.at)
        review_services.enable_webhook(by=self._promoted(), webhook=webhook, at=self.at)
        return webhook

    def replay_webhook(self) -> models.Model:
        webhook = self._webhook(self.editor)
        review_services.replay_webhook(by=self._promoted(), webhook=webhook, after=0, at=self.at)
        return webhook

    def _webhook(self, owner: User) -> models.Model:
        return review_services.create_webhook(by=owner, url=URL, check=str, at=self.at)[0]

    def _claim(self) -> models.Model:
        return factories.claim(by=self.editor, at=self.at)

    def _finding(self) -> Finding:
        return claim_services.record_finding(
            claim=self._claim(), kind="lint", explanation="Odd.", key="one", at=self.at
        ).finding

    def _second_editor(self) -> User:
        return factories.person("emil", Role.EDITOR)

    def _promoted(self) -> User:
        self.by.groups.add(factories.Group.objects.get(name=Role.EDITOR))
        return User.objects.get(pk=self.by.pk)
