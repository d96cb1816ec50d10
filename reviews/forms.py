"""What people decide about a claim, checked before a service sees it."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.models import Citation, Claim
from core.web.forms import UncutForm
from reviews.models import Assignment, NoticeKind
from reviews.models.shared_links import LONGEST_PURPOSE
from reviews.ratings import Rating
from reviews.services.shared_links import LONGEST_DAYS


class RatingChoice(forms.RadioSelect):
    """One button for each rating, which names the key that chooses it."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"]["data-rating-key"] = Rating(value).row.key
        return option


class Judge(UncutForm):
    """A rating with its reason and the citations it rests on; that there is one is the service's rule."""

    rating = forms.ChoiceField(label=_("Rating"), choices=Rating, widget=RatingChoice)
    rationale = forms.CharField(
        label=_("Reason"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Published with the verdict. Press Ctrl+Enter to submit."),
    )
    citations = forms.TypedMultipleChoiceField(
        label=_("Based on"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    goes_on = forms.BooleanField(label=_("Then go to the next unjudged claim"), required=False)

    def __init__(self, *args: Any, citations: list[Citation], **kwargs: Any) -> None:
        """Offer these citations; all are ticked but those whose source no longer says it."""
        super().__init__(*args, **kwargs)
        self._offered = {citation.pk: citation for citation in citations}
        offered: Any = self.fields["citations"]
        offered.choices = [(citation.pk, _offer(citation)) for citation in citations]
        unchanged = [citation.pk for citation in citations if citation.health != Citation.Health.CHANGED]
        self.initial.setdefault("citations", unchanged)

    def clean_citations(self) -> list[Citation]:
        return [self._offered[pk] for pk in self.cleaned_data["citations"]]


def _offer(citation: Citation) -> str:
    changed = citation.health == Citation.Health.CHANGED
    words = gettext("%(source)s, %(stance)s, changed since cited") if changed else gettext("%(source)s, %(stance)s")
    return words % {"source": citation.snapshot.document.title, "stance": citation.get_stance_display()}


class Say(UncutForm):
    text = forms.CharField(
        label=_("New comment"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Visible to analysts and editors only; never published. Use @name to notify someone."),
        error_messages={"required": _("Write a comment.")},
    )


class Assign(UncutForm):
    """Who is to judge a claim, until when, and how urgent it is."""

    assignee: Any = forms.ModelChoiceField(None, label=_("Assignee"), required=False, empty_label=_("Unassigned"))
    due_on = forms.DateField(
        label=_("Due date"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    priority = forms.TypedChoiceField(label=_("Priority"), coerce=int, choices=Assignment.Priority)
    seen_version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: QuerySet[User], now: Assignment | None, **kwargs: Any) -> None:
        """Offer these people; `now` is how the claim is assigned."""
        kwargs["prefix"] = "assign"
        super().__init__(*args, **kwargs)
        assignee: Any = self.fields["assignee"]
        assignee.queryset = people
        self.initial.update({"priority": Assignment.Priority.NORMAL, "seen_version": 0})
        if now:
            self.initial.update(
                {
                    "assignee": now.assignee_id,
                    "due_on": now.due_on,
                    "priority": now.priority,
                    "seen_version": now.version,
                }
            )


class NoticeChoices(forms.Form):
    """Which kinds of notice a person wants, and where."""

    in_app = forms.MultipleChoiceField(choices=NoticeKind, required=False)
    by_mail = forms.MultipleChoiceField(choices=NoticeKind, required=False)


class Reword(UncutForm):
    """One claim a line: one line words the claim anew, several put several claims in its place."""

    text = forms.CharField(
        label=_("Wording"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write the claim.")},
    )

    seen_version = forms.CharField(max_length=64, required=False, empty_value=None, widget=forms.HiddenInput)

    def lines(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["text"].splitlines() if line.strip()]


class ResolveReference(UncutForm):
    """Words of a claim, and the name that somebody chose for them."""

    words = forms.CharField(max_length=200, error_messages={"required": _("Say which words of the claim are meant.")})
    means = forms.CharField(max_length=200, error_messages={"required": _("Choose who or what is meant.")})
    seen_version = forms.CharField(max_length=64, required=False, empty_value=None, widget=forms.HiddenInput)


class Merge(UncutForm):
    """One wording for a claim and the one that followed it on the screen, each in the version that it had there."""

    following = forms.ModelChoiceField(
        Claim.objects.all(),
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("There is no next claim in the article to merge with.")
        ),
    )
    text = forms.CharField(max_length=10_000, error_messages={"required": _("Write the claim.")})
    seen_version = forms.CharField(max_length=64, required=False, empty_value=None)
    seen_version_of_following = forms.CharField(max_length=64, required=False, empty_value=None)


class NewLink(UncutForm):
    """For whom a read-only link is, and for how long."""

    purpose = forms.CharField(label=_("For whom"), max_length=LONGEST_PURPOSE)
    days = forms.IntegerField(label=_("Expires in (days)"), min_value=1, max_value=LONGEST_DAYS, initial=14)
