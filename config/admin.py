"""Users, whom superusers manage and editors look up."""

from collections.abc import Iterable
from typing import Any, cast

from allauth.account.admin import EmailAddress
from allauth.mfa.admin import Authenticator
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import ManyToManyField, QuerySet
from django.forms import ModelForm, ModelMultipleChoiceField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, pgettext, pgettext_lazy
from unfold.admin import ModelAdmin
from unfold.decorators import action, display
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from config.dashboard.failures import UNDELIVERED
from core.accounts import roles, second_factor, sessions
from core.accounts.labels import role_in_words
from core.admin.history_page import HistoryPage
from core.admin.read_only import ValidTicks, VersionedForm
from core.audit.log import describe_change, write_messages
from core.translation.messages import Message
from reviews.queries import people_not_mailed

#: How the history tells of it.
RESET, NEW_PASSWORD = gettext_noop("Reset two-factor authentication."), gettext_noop("Set a new password.")

admin.site.unregister(User)
admin.site.unregister(Group)  # the three roles are part of the program; people are put into them on their own page
# What the second factor keeps is for nobody to read, and no address of anybody is confirmed here.
admin.site.unregister(Authenticator)
admin.site.unregister(EmailAddress)


class SuperusersOnly:
    """Rows that superusers add, look at and change, and nobody deletes."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.is_superuser

    def has_view_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return request.user.is_superuser

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.is_superuser

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return request.user.is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


class LettersFilter(admin.SimpleListFilter):
    """The people to whom a letter should have gone out and did not."""

    title = gettext_lazy("emails")
    parameter_name = "letters"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("waiting", _("not sent"))]

    def queryset(self, request: HttpRequest, people: QuerySet[User]) -> QuerySet[User]:
        if not self.value():
            return people
        return people.filter(pk__in=people_not_mailed(since=timezone.now() - UNDELIVERED).order_by().values("pk"))


class RoleFilter(admin.RelatedFieldListFilter):
    """The people of a role."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: admin.ModelAdmin) -> Any:
        return [(pk, role_in_words(str(name))) for pk, name in super().field_choices(field, request, model_admin)]


class PersonForm(VersionedForm, UserChangeForm):
    """A person's page, which refuses to put out of sight what another superuser changed meanwhile."""


@admin.register(User)
class PersonAdmin(SuperusersOnly, HistoryPage, ValidTicks, UserAdmin, ModelAdmin):
    """People: name, role, password. Editors look them up, superusers change them.

    Nobody is deleted, since verdicts name them: take the tick from “active” instead.
    """

    form = PersonForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("username", "full_name", "roles", "is_active", "is_superuser", "last_login")
    list_filter = (("groups", RoleFilter), "is_active", "is_superuser", LettersFilter)
    search_fields = ("username", "first_name", "last_name", "email")
    ordering = ("username",)
    list_fullwidth = True
    show_full_result_count = False
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined", "second_factor", "roles")
    actions = ("reset_second_factor",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (gettext_lazy("Person"), {"fields": ("first_name", "last_name", "email")}),
        (gettext_lazy("Role"), {"fields": ("groups", "is_active", "is_superuser")}),
        (gettext_lazy("Dates"), {"fields": ("last_login", "date_joined", "second_factor", "seen_version")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "usable_password", "password1", "password2")}),
        (gettext_lazy("Person"), {"fields": ("first_name", "last_name", "email")}),
        (gettext_lazy("Role"), {"fields": ("groups",)}),
    )

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return self.admin_site.has_permission(request)

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Everything for superusers; what concerns signing in is not for others to read."""
        if request.user.is_superuser:
            return super().get_fieldsets(request, obj)
        return (
            (None, {"fields": ("username",)}),
            (gettext_lazy("Person"), {"fields": ("first_name", "last_name", "email")}),
            (gettext_lazy("Role"), {"fields": ("roles", "is_active", "is_superuser")}),
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest | None, **kwargs: Any
    ) -> ModelMultipleChoiceField | None:
        field = super().formfield_for_manytomany(
            db_field, cast(HttpRequest, request), widget=UnfoldAdminCheckboxSelectMultipleWidget, **kwargs
        )
        if field is None:
            return None
        vars(field)["label_from_instance"] = lambda group: role_in_words(group.name)
        field.help_text = _(
            "Analysts judge claims, editors sign off verdicts, and consumers read them through the API."
        )
        return field

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: list, change: bool) -> None:
        """Save the roles, and let Django's own staff flag follow them."""
        super().save_related(request, form, formsets, change)
        person = roles.sync_staff_flag(form.instance)
        if not person.is_active:
            sessions.end_sessions(person)

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> list[dict]:
        if add:
            return super().construct_change_message(request, form, formsets, add)
        return write_messages(_changed(form, name) for name in form.changed_data if name != "seen_version")

    def log_change(self, request: HttpRequest, person: User, message: Any) -> Any:
        """Write down what was changed from what to what, if anything was."""
        if message:
            return super().log_change(request, person, message)
        return None

    @action(description=gettext_lazy("Reset two-factor authentication"), permissions=["change"])
    def reset_second_factor(self, request: HttpRequest, people: QuerySet[User]) -> None:
        """Take the second factor away from people who lost their telephone and their recovery codes."""
        reset = [person for person in people if second_factor.disable(person)]
        for person in reset:
            self.log_change(request, person, write_messages(RESET))
        if reset:
            self.message_user(
                request,
                _(
                    "Two-factor authentication reset for %(count)s. They can now sign in with their password and "
                    "set it up again."
                )
                % {"count": len(reset)},
                messages.SUCCESS,
            )
        else:
            self.message_user(
                request,
                _("None of the selected users had two-factor authentication, so nothing was changed."),
                messages.WARNING,
            )

    @display(description=gettext_lazy("two-factor authentication"))
    def second_factor(self, person: User) -> str:
        return (
            pgettext("two-factor authentication", "on")
            if second_factor.is_on(person)
            else pgettext("two-factor authentication", "off")
        )

    @display(description=pgettext_lazy("person", "name"))
    def full_name(self, person: User) -> str:
        return person.get_full_name()

    @display(description=gettext_lazy("roles"))
    def roles(self, person: User) -> str:
        return ", ".join(role_in_words(name) for name in sorted(group.name for group in person.groups.all()))


def _changed(form: ModelForm, name: str) -> Message:
    """Return what a form changed from what to what; nobody's password is written down."""
    if name not in form.initial:
        return Message(NEW_PASSWORD)
    label = gettext_lazy("roles") if name == "groups" else form.fields[name].label or name
    return describe_change(label, _value(form.initial[name]), _value(form.cleaned_data[name]))


def _value(given: str | bool | Iterable[object] | None) -> object:
    return given if given is None or isinstance(given, str | bool) else ", ".join(sorted(str(each) for each in given))
