"""What people type and upload, checked before a service sees it."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

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
            gettext(
                "This file has %(size)s MB; at most %(most)s MB can be read. Save a smaller copy, for example without "
                "pictures."
            )
            % {"size": f"{upload.size / 1_000_000:.0f}", "most": MAX_MEGABYTES}
        )


class FileOrAddress(forms.Form):
    """The part that articles and sources share: exactly one of the ways in."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=FileInput,
        help_text=_("TXT, HTML, PDF or DOCX."),
        validators=[check_size],
    )
    url = forms.URLField(label=_("Web address"), required=False, max_length=2000, assume_scheme="https")
    title = forms.CharField(
        label=_("Title"), required=False, max_length=300, help_text=_("Left empty, its own headline is used.")
    )

    ways_in = ("file", "url")

    def clean(self) -> dict:
        given = [name for name in self.ways_in if self.cleaned_data.get(name)]
        if len(given) != 1 and not self.errors:
            names = gettext(", ").join(str(self[name].label).lower() for name in self.ways_in)
            fault = gettext("Give only one of these: %(names)s.") if given else gettext("Give one of these: %(names)s.")
            raise forms.ValidationError(fault % {"names": names})
        return self.cleaned_data


class SubmitArticle(FileOrAddress):
    text = forms.CharField(
        label=_("Pasted text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    published_on = forms.DateField(
        label=_("Published on"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    readers = forms.TypedChoiceField(
        label=_("Judgements per claim"),
        coerce=int,
        choices=[(1, _("One")), (2, _("Two, each without seeing the other"))],
        initial=1,
    )

    ways_in = ("text", "file", "url")
    field_order = ("text", "file", "url", "title", "published_on", "readers")


class ArticleRow(SubmitArticle):
    """An article in a list of articles: its text, or the address where it is printed."""

    file = None
    text = forms.CharField(label="text", required=False, strip=False)
    url = forms.CharField(label="url", required=False)
    published_on = forms.DateField(
        required=False,
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("Write the day as year, month and day, such as 2022-09-07.")},
    )
    readers = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=1,
        choices=[(1, "1"), (2, "2")],
        error_messages={"invalid_choice": _("Give 1 or 2: how many people judge each claim.")},
    )

    ways_in = ("text", "url")


class AddSource(FileOrAddress):
    publisher = forms.CharField(label=_("Publisher"), required=False, max_length=200)
    grade = forms.CharField(
        label=_("Grade"),
        required=False,
        max_length=2,
        validators=Document._meta.get_field("grade").validators,
        help_text=Document._meta.get_field("grade").help_text,
    )


class AddVersion(forms.Form):
    file = forms.FileField(label=_("Changed file"), widget=FileInput, validators=[check_size])


class Cite(forms.Form):
    quote = forms.CharField(label=_("Quoted words"), strip=False, widget=forms.Textarea(attrs={"rows": 4}))
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    stance = forms.ChoiceField(
        label=_("What the words do"),
        choices=Citation.Stance,
        widget=forms.RadioSelect,
        initial=Citation.Stance.SUPPORTS,
    )


class Dismiss(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300)


class AddClaim(forms.Form):
    """Words of the article that make a claim nobody has listed, worded anew where they do not stand alone."""

    quote = forms.CharField(label=_("Words of the article"), strip=False, widget=forms.Textarea(attrs={"rows": 2}))
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("What they claim"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One statement that can be understood alone. Left empty, the words are the claim."),
    )
