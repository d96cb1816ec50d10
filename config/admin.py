"""Users and API keys, which superusers manage."""

from allauth.account.admin import EmailAddress
from allauth.mfa.admin import Authenticator
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import AbstractBaseUser, Group, User
from django.db.models import ManyToManyField, QuerySet
from django.forms import ModelForm, ModelMultipleChoiceField
from django.http import HttpRequest
from knox.admin import AuthTokenAdmin
from knox.models import AuthToken
from unfold.admin import ModelAdmin
from unfold.decorators import action, display
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from config import second_factor
from config.admin_site import may_enter
from sources.admin import SeenForm, TickedRows

admin.site.unregister(User)
admin.site.unregister(Group)  # the three roles are part of the program; people are put into them on their own page
admin.site.unregister(AuthToken)
# What the second factor keeps is for nobody to read, and no address of anybody is confirmed here.
admin.site.unregister(Authenticator)
admin.site.unregister(EmailAddress)


class ForSuperusers:
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


class PersonForm(SeenForm, UserChangeForm):
    """A person's page, which refuses to put out of sight what another superuser changed meanwhile."""


@admin.register(User)
class UserAdmin(ForSuperusers, TickedRows, UserAdmin, ModelAdmin):
    """People: name, role, password. Editors look them up, superusers change them.

    Nobody is deleted, since verdicts name them: take the tick from “active” instead.
    """

    form = PersonForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("username", "full_name", "roles", "is_active", "is_superuser", "last_login")
    list_filter = ("groups", "is_active", "is_superuser")
    search_fields = ("username", "first_name", "last_name", "email")
    ordering = ("username",)
    list_fullwidth = True
    show_full_result_count = False
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined", "second_factor")
    actions = ("reset_second_factor",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("Role", {"fields": ("groups", "is_active", "is_superuser")}),
        ("Dates", {"fields": ("last_login", "date_joined", "second_factor", "seen")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "usable_password", "password1", "password2")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("Role", {"fields": ("groups",)}),
    )

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: AbstractBaseUser | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def get_fieldsets(self, request: HttpRequest, obj: AbstractBaseUser | None = None) -> tuple:
        """Everything for superusers; what concerns signing in is not for others to read."""
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if request.user.is_superuser else ((None, {"fields": ("username",)}), *fieldsets[1:3])

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest, **kwargs: object
    ) -> ModelMultipleChoiceField:
        field = super().formfield_for_manytomany(
            db_field, request, widget=UnfoldAdminCheckboxSelectMultipleWidget, **kwargs
        )
        field.help_text = "Analysts judge, editors sign off, consumers read through the API."
        return field

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: list, change: bool) -> None:
        """Save the roles, and let Django's own staff flag follow them."""
        super().save_related(request, form, formsets, change)
        person = User.objects.get(pk=form.instance.pk)
        person.is_staff = may_enter(person)
        person.save(update_fields=["is_staff"])

    @action(description="Reset the second factor", permissions=["change"])
    def reset_second_factor(self, request: HttpRequest, people: QuerySet[User]) -> None:
        """Take the second factor away from people who lost their telephone and their recovery codes."""
        reset = [person for person in people if second_factor.switch_off(person)]
        for person in reset:
            self.log_change(request, person, "Reset the second factor.")
        if reset:
            self.message_user(
                request,
                f"{len(reset)} reset. They sign in with their password, and can set up a new one.",
                messages.SUCCESS,
            )
        else:
            self.message_user(request, "Nobody of them had a second factor; nothing was changed.", messages.WARNING)

    @display(description="second factor")
    def second_factor(self, person: AbstractBaseUser) -> str:
        return "on" if second_factor.is_on(person) else "off"

    @display(description="name")
    def full_name(self, person: AbstractBaseUser) -> str:
        return person.get_full_name()

    @display(description="roles")
    def roles(self, person: AbstractBaseUser) -> str:
        return ", ".join(sorted(group.name for group in person.groups.all()))


@admin.register(AuthToken)
class ApiKeyAdmin(ForSuperusers, TickedRows, AuthTokenAdmin, ModelAdmin):
    """API keys: a new one is shown once, a deleted one stops working at once."""

    list_display = ("token_key", "user", "created", "expiry")
    search_fields = ("token_key", "user__username")
    list_select_related = ("user",)
    ordering = ("-created",)
    raw_id_fields = ()
    autocomplete_fields = ("user",)
    list_fullwidth = True
    show_full_result_count = False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return request.user.is_superuser
