"""What people type and upload, checked before a service sees it."""

from django import forms

from claims.models import Citation
from sources.extraction import MAX_BYTES
from sources.models import Document

MAX_MEGABYTES = MAX_BYTES // 1_000_000


class FileInput(forms.ClearableFileInput):
    """A file field that says which kinds it takes."""

    def __init__(self) -> None:
        super().__init__(attrs={"accept": ".txt,.html,.htm,.pdf,.docx"})


def check_size(upload: object) -> None:
    """Raise ValidationError where the file is larger than the readers take."""
    if upload.size > MAX_BYTES:
        raise forms.ValidationError(
            f"This file has {upload.size / 1_000_000:.0f} MB; at most {MAX_MEGABYTES} MB can be read. "
            "Save a smaller copy, for example without pictures."
        )


class FileOrAddress(forms.Form):
    """The part that articles and sources share: exactly one of the ways in."""

    file = forms.FileField(
        required=False, widget=FileInput, help_text="TXT, HTML, PDF or DOCX.", validators=[check_size]
    )
    url = forms.URLField(label="Web address", required=False, max_length=2000, assume_scheme="https")
    title = forms.CharField(required=False, max_length=300, help_text="Left empty, its own headline is used.")

    ways_in = ("file", "url")

    def clean(self) -> dict:
        given = [name for name in self.ways_in if self.cleaned_data.get(name)]
        if len(given) != 1 and not self.errors:
            names = ", ".join(str(self[name].label).lower() for name in self.ways_in)
            fault = "Give one of these" if not given else "Give only one of these"
            raise forms.ValidationError(f"{fault}: {names}.")
        return self.cleaned_data


class SubmitArticle(FileOrAddress):
    text = forms.CharField(
        label="Pasted text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    published_on = forms.DateField(label="Published on", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    readers = forms.TypedChoiceField(
        label="Judgements per claim",
        coerce=int,
        choices=[(1, "One"), (2, "Two, each without seeing the other")],
        initial=1,
    )

    ways_in = ("text", "file", "url")
    field_order = ("text", "file", "url", "title", "published_on", "readers")


class AddSource(FileOrAddress):
    publisher = forms.CharField(required=False, max_length=200)
    grade = forms.CharField(
        required=False,
        max_length=2,
        validators=Document._meta.get_field("grade").validators,
        help_text=Document._meta.get_field("grade").help_text,
    )


class AddVersion(forms.Form):
    file = forms.FileField(label="Changed file", widget=FileInput, validators=[check_size])


class Cite(forms.Form):
    quote = forms.CharField(label="Quoted words", strip=False, widget=forms.Textarea(attrs={"rows": 4}))
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    stance = forms.ChoiceField(
        label="What the words do", choices=Citation.Stance, widget=forms.RadioSelect, initial=Citation.Stance.SUPPORTS
    )


class Dismiss(forms.Form):
    reason = forms.CharField(max_length=300)


class AddClaim(forms.Form):
    """Words of the article that make a claim nobody has listed, worded anew where they do not stand alone."""

    quote = forms.CharField(label="Words of the article", strip=False, widget=forms.Textarea(attrs={"rows": 2}))
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    text = forms.CharField(
        label="What they claim",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="One statement that can be understood alone. Left empty, the words are the claim.",
    )
