"""What people decide about a claim, checked before a service sees it."""

from django import forms

from claims.models import Citation, Claim
from reviews.models import Rating


class CitationChoice(forms.ModelMultipleChoiceField):
    def label_from_instance(self, citation: Citation) -> str:
        return f"{citation.snapshot.document.title}, {citation.stance}"


class Judge(forms.Form):
    """A rating with its reason and the citations it rests on; that there is one is the service's rule."""

    rating = forms.ChoiceField(label="Rating", choices=Rating, widget=forms.RadioSelect)
    rationale = forms.CharField(
        label="Why",
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Published with the verdict.",
    )
    citations = CitationChoice(
        label="Rests on", queryset=Citation.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: object, claim: Claim, citations: list[Citation], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["citations"].queryset = Citation.objects.filter(claim=claim)
        self.initial.setdefault("citations", [citation.pk for citation in citations])


class Reword(forms.Form):
    """One claim a line: one line words the claim anew, several put several claims in its place."""

    text = forms.CharField(label="Wording", max_length=5000, widget=forms.Textarea(attrs={"rows": 3}))

    def lines(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["text"].splitlines() if line.strip()]
