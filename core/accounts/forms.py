"""What people say about their keys and passwords, checked before anything is written."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.accounts import api_keys
from core.accounts.api_keys import SCOPES, Scope

LASTING = [
    (30, _("30 days")),
    (90, _("90 days")),
    (api_keys.USUAL.days, _("1 year")),
    (api_keys.LONGEST.days, _("2 years")),
]


class NewKey(forms.Form):
    """A key for a program: what for, what it may do, how long. Whoever says nothing gets what keys did before."""

    purpose = forms.CharField(
        label=_("Purpose"),
        max_length=100,
        required=False,
        help_text=_("Name the program that will use it, so that you know later which key to revoke."),
    )
    scopes = forms.MultipleChoiceField(
        label=_("It may"),
        choices=list(SCOPES.items()),
        required=False,
        initial=list(SCOPES),
        widget=forms.CheckboxSelectMultiple,
    )
    days = forms.TypedChoiceField(
        label=_("Expires after"),
        choices=LASTING,
        coerce=int,
        required=False,
        empty_value=api_keys.USUAL.days,
        initial=api_keys.USUAL.days,
    )

    def clean_scopes(self) -> set[Scope]:
        return {Scope(scope) for scope in self.cleaned_data["scopes"]} or set(Scope)

    def choices(self) -> dict[str, Any]:
        """Return what `api_keys.create_key` takes."""
        given = self.cleaned_data
        return {
            "purpose": given["purpose"],
            "scopes": given["scopes"],
            "lasts": timedelta(days=given["days"]),
        }


class NewPassword(SetPasswordForm):
    """A new password, and whether the keys of one's programs end with the old one."""

    revoke_keys = forms.BooleanField(label=_("Also revoke my API keys"), required=False)

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        """Offer to end the keys where there are some, and say how many."""
        super().__init__(user, *args, **kwargs)
        count = api_keys.valid_keys(user).count()
        if not count:
            del self.fields["revoke_keys"]
            return
        self.fields["revoke_keys"].help_text = ngettext(
            "You have %(count)s API key. It keeps working with the new password unless you revoke it. If somebody may "
            "have learned your old password, revoke it.",
            "You have %(count)s API keys. They keep working with the new password unless you revoke them. If somebody "
            "may have learned your old password, revoke them.",
            count,
        ) % {"count": count}
