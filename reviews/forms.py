"""What people decide about a claim, checked before a service sees it."""

from django import forms
from django.contrib.auth.models import User
from django.db.models import QuerySet

from claims.models import Citation
from reviews.models import Assignment, NoticeKind, Rating


class Judge(forms.Form):
    """A rating with its reason and the citations it rests on; that there is one is the service's rule."""

    rating = forms.ChoiceField(label="Rating", choices=Rating, widget=forms.RadioSelect)
    rationale = forms.CharField(
        label="Why",
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Published with the verdict. Ctrl+Enter sends it.",
    )
    citations = forms.TypedMultipleChoiceField(
        label="Rests on", required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    goes_on = forms.BooleanField(label="Then open the next unjudged claim", required=False)

    def __init__(self, *args: object, citations: list[Citation], **kwargs: object) -> None:
        """Offer these citations; all are ticked but those whose source no longer says it."""
        super().__init__(*args, **kwargs)
        self._offered = {citation.pk: citation for citation in citations}
        self.fields["citations"].choices = [
            (citation.pk, f"{citation.snapshot.document.title}, {citation.get_stance_display()}{_warning(citation)}")
            for citation in citations
        ]
        unchanged = [citation.pk for citation in citations if citation.health != Citation.Health.CHANGED]
        self.initial.setdefault("citations", unchanged)

    def clean_citations(self) -> list[Citation]:
        return [self._offered[pk] for pk in self.cleaned_data["citations"]]


def _warning(citation: Citation) -> str:
    return ", changed since" if citation.health == Citation.Health.CHANGED else ""


class Say(forms.Form):
    text = forms.CharField(
        label="New comment",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For the people who work here; it is not published. @name tells somebody.",
        error_messages={"required": "Write what you want to say."},
    )


class Assign(forms.Form):
    """Who is to judge a claim, until when, and how urgent it is."""

    assignee = forms.ModelChoiceField(None, label="Who", required=False, empty_label="Nobody")
    due_on = forms.DateField(
        label="Due on", required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    priority = forms.TypedChoiceField(label="Priority", coerce=int, choices=Assignment.Priority)
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: object, people: QuerySet[User], now: Assignment | None, **kwargs: object) -> None:
        """Offer these people; `now` is how the claim is assigned."""
        super().__init__(*args, prefix="assign", **kwargs)
        self.fields["assignee"].queryset = people
        self.initial |= {"priority": Assignment.Priority.NORMAL, "seen": 0}
        if now:
            self.initial |= {
                "assignee": now.assignee_id,
                "due_on": now.due_on,
                "priority": now.priority,
                "seen": now.version,
            }


class NoticeChoices(forms.Form):
    """Which kinds of notice a person wants, and where."""

    in_app = forms.MultipleChoiceField(choices=NoticeKind, required=False)
    by_mail = forms.MultipleChoiceField(choices=NoticeKind, required=False)


class Reword(forms.Form):
    """One claim a line: one line words the claim anew, several put several claims in its place."""

    text = forms.CharField(label="Wording", max_length=5000, widget=forms.Textarea(attrs={"rows": 3}))

    seen = forms.CharField(max_length=5000, required=False, strip=False, empty_value=None, widget=forms.HiddenInput)

    def lines(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["text"].splitlines() if line.strip()]
