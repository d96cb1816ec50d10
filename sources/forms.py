"""What the rows of a list of sources hold, checked before a service sees it."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.models import Document

_YES, _NO = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})


class YesOrNo(forms.CharField):
    """A cell that says yes or no; left empty, it says yes."""

    def clean(self, value: str) -> bool:
        word = super().clean(value).lower()
        if word not in _YES | _NO | {""}:
            raise forms.ValidationError(_("Say yes or no."))
        return word not in _NO


class SourceRow(forms.Form):
    """A web address and what is known about its page; whether the address may be fetched is for the service to say."""

    title = forms.CharField(required=False, max_length=300)
    url = forms.CharField(
        error_messages={"required": gettext_lazy("Give a web address. A source that is a file is added with its file.")}
    )
    publisher = forms.CharField(required=False, max_length=200)
    grade = forms.CharField(required=False, validators=Document._meta.get_field("grade").validators[:1])
    in_library = YesOrNo(required=False)
