"""Findings, as editors see them: what the machine noticed, to be accepted or dismissed."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action, display

from claims import services as claim_services
from claims.admin import ClaimTextSearch, claim_link
from claims.labels import CHANGES, FINDINGS, finding_in_words
from claims.models import Finding
from core.accounts.policies import NotAllowed
from core.admin.read_only import Colours, ReadOnlyAdmin, choice_filter, shorten
from core.translation.rendering import in_english, translated
from core.web.requests import user_of
from reviews import queries


@admin.register(Finding)
class FindingAdmin(ClaimTextSearch, ReadOnlyAdmin):
    """What the machine noticed; accepting or dismissing it changes no verdict."""

    list_display = ("short_explanation", "kind_in_words", "about", "state_in_words", "created_at")
    list_filter = ("state", choice_filter("kind", FINDINGS | CHANGES, title=_("kind")))
    search_fields = ("claim__text",)
    list_select_related = ("claim", "citation")
    ordering = ("-pk",)
    fields = (
        "whole_explanation",
        "kind_in_words",
        "about",
        "other",
        "citation",
        "state_in_words",
        "why_lapsed",
        "created_at",
    )
    actions = ("accept", "dismiss")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Finding]:
        return queries.visible_findings(super().get_queryset(request), user_of(request))

    @action(description=_("Accept"))
    def accept(self, request: HttpRequest, findings: QuerySet[Finding]) -> None:
        self._decide(request, findings, accept=True)

    @action(description=_("Dismiss"))
    def dismiss(self, request: HttpRequest, findings: QuerySet[Finding]) -> None:
        self._decide(request, findings, accept=False)

    def _decide(self, request: HttpRequest, findings: QuerySet[Finding], *, accept: bool) -> None:
        self.act_on_each(
            request,
            findings,
            lambda finding: claim_services.decide_finding(by=user_of(request), finding=finding, accept=accept),
            done=gettext("%(count)s accepted.") if accept else gettext("%(count)s dismissed."),
            not_done=gettext("%(count)s not accepted: %(reason)s")
            if accept
            else gettext("%(count)s not dismissed: %(reason)s"),
            refusals=(claim_services.NothingToDo, NotAllowed),
        )

    @display(description=_("finding"))
    def short_explanation(self, finding: Finding) -> SafeString:
        return in_english(shorten(finding.explanation, 240))

    @display(description=_("explanation"))
    def whole_explanation(self, finding: Finding) -> SafeString:
        return in_english(finding.explanation)

    @display(description=_("why it no longer holds"))
    def why_lapsed(self, finding: Finding) -> str:
        return translated(finding.lapsed_reason)

    @display(description=_("kind"), ordering="kind")
    def kind_in_words(self, finding: Finding) -> str:
        return finding_in_words(finding.kind)

    @display(description=_("claim"))
    def about(self, finding: Finding) -> SafeString:
        return claim_link(finding.claim)

    @display(description=_("other claim"))
    def other(self, finding: Finding) -> SafeString | str:
        return claim_link(finding.other_claim) if finding.other_claim else "–"

    @display(
        description=_("state"),
        ordering="state",
        label=Colours({Finding.State.OPEN.label: "warning", Finding.State.ACCEPTED.label: "success"}),
    )
    def state_in_words(self, finding: Finding) -> str:
        return finding.get_state_display()
