"""What people decide about a claim, checked before a service sees it."""

from django import forms

from claims.models import Citation
from reviews.models import Rating


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
    citations = forms.TypedMultipleChoiceField(
        label="Rests on", required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: object, citations: list[Citation], **kwargs: object) -> None:
        """Offer these citations; the ones that still stand are ticked."""
        super().__init__(*args, **kwargs)
        self._offered = {citation.pk: citation for citation in citations}
        self.fields["citations"].choices = [
            (citation.pk, f"{citation.snapshot.document.title}, {citation.get_stance_display()}")
            for citation in citations
        ]
        standing = [citation.pk for citation in citations if citation.health == Citation.Health.STANDS]
        self.initial.setdefault("citations", standing)

    def clean_citations(self) -> list[Citation]:
        return [self._offered[pk] for pk in self.cleaned_data["citations"]]


class Reword(forms.Form):
    """One claim a line: one line words the claim anew, several put several claims in its place."""

    text = forms.CharField(label="Wording", max_length=5000, widget=forms.Textarea(attrs={"rows": 3}))

    def lines(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["text"].splitlines() if line.strip()]
