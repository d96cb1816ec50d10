"""What people type and upload, checked before a service sees it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.models import LONGEST_REASON, Article, Citation
from core.web.forms import UncutForm
from sources.forms import FileOrAddress


class TieToOriginal(forms.Form):
    original = forms.ModelChoiceField(
        Article.objects.filter(split_at__isnull=False),
        label=_("Number of the original"),
        required=False,
        widget=forms.NumberInput(attrs={"min": 1}),
        help_text=_("The number at the end of the address of its page. Leave it empty where there is none."),
        error_messages={"invalid_choice": _("There is no split article with this number.")},
    )


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
        choices=[(1, _("One")), (2, _("Two, given independently"))],
        initial=1,
    )

    ways_in: tuple[str, ...] = ("text", "file", "url")
    field_order = ("text", "file", "url", "title", "published_on", "readers")


class ArticleRow(SubmitArticle):
    """An article in a list of articles: its text, or the address where it is printed."""

    file = None  # type: ignore[assignment] # Django's way to leave a field of the parent out
    text = forms.CharField(label="text", required=False, strip=False)
    url = forms.CharField(label="url", required=False)  # type: ignore[assignment] # the service says what is wrong with it
    published_on = forms.DateField(
        required=False,
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("Enter the date as year, month and day, for example 2022-09-07.")},
    )
    readers = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value="1",
        choices=[(1, "1"), (2, "2")],
        error_messages={"invalid_choice": _("Enter 1 or 2, the number of people who judge each claim.")},
    )

    ways_in = ("text", "url")


class Cite(UncutForm):
    quote = forms.CharField(label=_("Quote"), strip=False, widget=forms.Textarea(attrs={"rows": 4}))
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    stance = forms.ChoiceField(
        label=_("Relation to the claim"),
        choices=Citation.Stance,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what these words do to the claim.")},
    )


class Dismiss(UncutForm):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        error_messages={"required": _("Give a short reason for dismissing this claim.")},
    )


class AddClaim(UncutForm):
    """Words of the article that make a claim nobody has listed, worded anew where they do not stand alone."""

    quote = forms.CharField(label=_("Words in the article"), strip=False, widget=forms.Textarea(attrs={"rows": 2}))
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Claim"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "One statement that can be understood on its own. If you leave this empty, the words themselves "
            "become the claim."
        ),
    )
