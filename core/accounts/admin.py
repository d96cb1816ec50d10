"""API keys: editors make them for programs and take them back; a key is shown once."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from knox.admin import AuthTokenAdmin
from knox.models import AuthToken
from knox.settings import knox_settings
from unfold.admin import ModelAdmin
from unfold.decorators import display
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from core.accounts import api_keys
from core.accounts.api_keys import DetailedKey
from core.accounts.forms import LASTING, NewKey
from core.accounts.policies import Role
from core.admin.history_page import HistoryPage
from core.admin.read_only import ValidTicks
from core.audit.log import record
from core.translation.messages import Message
from core.web.requests import user_of

#: How the history tells of it.
KEY_REVOKED = gettext_noop("Revoked this person's API key %(key)s….")

# The library names its keys and what they are made of in English only.
AuthToken._meta.verbose_name, AuthToken._meta.verbose_name_plural = (
    gettext_lazy("auth token"),
    gettext_lazy("auth tokens"),
)
for field_name, words in {
    "digest": gettext_lazy("digest"),
    "token_key": gettext_lazy("key prefix"),
    "user": gettext_lazy("user"),
    "created": gettext_lazy("created"),
    "expiry": gettext_lazy("expiry"),
}.items():
    AuthToken._meta.get_field(field_name).verbose_name = words

admin.site.unregister(AuthToken)


class NewKeyForm(NewKey, forms.ModelForm):
    """Whose key, what for, what it may do, how long."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widgets = {"purpose": UnfoldAdminTextInputWidget(), "days": UnfoldAdminSelectWidget(choices=LASTING)}
        for name in widgets.keys() & self.fields.keys():  # the page of a key that is there asks for nothing
            self.fields[name].widget = widgets[name]

    class Meta:
        model = AuthToken
        fields = ("user",)

    def clean_user(self) -> User:
        person = self.cleaned_data["user"]
        if api_keys.valid_keys(person).count() >= knox_settings.TOKEN_LIMIT_PER_USER:
            raise ValidationError(_("This person has as many API keys as one person may have. Revoke one first."))
        return person


@admin.register(AuthToken)
class ApiKeyAdmin(HistoryPage, ValidTicks, AuthTokenAdmin, ModelAdmin):
    """API keys: a new one is shown once, a deleted one stops working at once."""

    form = add_form = NewKeyForm
    list_display = ("token_key", "purpose", "user", "scopes", "created", "expiry", "last_used")
    search_fields = ("token_key", "user__username")
    list_select_related = ("user",)
    ordering = ("-created",)
    fields = ("user", "purpose", "scopes", "days")
    raw_id_fields = ()
    autocomplete_fields = ()
    list_fullwidth = True
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[AuthToken]:
        return api_keys.with_details(super().get_queryset(request))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: AuthToken | None = None) -> bool:
        if not self.admin_site.has_permission(request):
            return False
        return obj is None or api_keys.may_revoke(user_of(request), obj.user)

    def get_fields(self, request: HttpRequest, obj: AuthToken | None = None) -> Any:
        shown = ("token_key", "purpose", "user", "scopes", "created", "expiry", "last_used")
        return self.fields if obj is None else shown

    def get_readonly_fields(self, request: HttpRequest, obj: AuthToken | None = None) -> Any:
        return () if obj is None else self.get_fields(request, obj)

    def formfield_for_foreignkey(self, db_field: ForeignKey, request: Any, **kwargs: Any) -> Any:
        """Offer those whose keys this person may make."""
        if request is not None and db_field.name == "user":
            kwargs["queryset"] = _may_get_one_from(user_of(request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: AuthToken, form: Any, change: bool) -> None:
        row, key = api_keys.create_key(obj.user, **form.choices(), by=user_of(request))
        obj.digest, obj.token_key, obj.created, obj.expiry = row.digest, row.token_key, row.created, row.expiry
        told = _("The new API key: %(key)s. Copy it now; it will not be shown again.")
        self.message_user(request, told % {"key": key}, messages.INFO)

    def log_addition(self, request: HttpRequest, key: AuthToken, message: object) -> Any:
        """What made the key has written it down, with the person."""

    def log_deletions(self, request: HttpRequest, keys: Iterable[AuthToken]) -> Any:
        """Write it down with the person: the key's own page is gone."""
        for key in keys:
            record(by=user_of(request), what=key.user, did=Message(KEY_REVOKED, key=key.token_key))

    @display(description=gettext_lazy("purpose"))
    def purpose(self, key: DetailedKey) -> str:
        return key.purpose or ""

    @display(description=gettext_lazy("scopes"))
    def scopes(self, key: DetailedKey) -> str:
        return ", ".join(key.scopes or ())

    @display(description=gettext_lazy("last used"))
    def last_used(self, key: DetailedKey) -> Any:
        return key.last_used_at


def _may_get_one_from(by: User) -> QuerySet[User]:
    """Return whom `api_keys.check_may_issue` lets this person make a key for."""
    people = User.objects.filter(is_active=True).order_by("username")
    if by.is_superuser:
        return people
    works_here = User.objects.filter(groups__name__in=[Role.ANALYST, Role.EDITOR]).values("pk")
    programs = Q(groups__name=Role.CONSUMER, is_superuser=False) & ~Q(pk__in=works_here)
    return people.filter(programs | Q(pk=by.pk)).distinct()
