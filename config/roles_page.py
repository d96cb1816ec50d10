"""The editors' page about roles: what each may do and who is in it; superusers put people in and take them out."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from config.rights import FOR_WHOM, rights
from core.accounts import roles
from core.accounts.labels import role_in_words
from core.accounts.policies import Role
from core.accounts.roles import RoleRefused
from core.web import query_params
from core.web.requests import user_of

#: How many people of a role the page names; the list of users has them all.
NAMED = 100


@dataclass(frozen=True)
class Members:
    """A role with those of its people that are named, and how many there are in all."""

    role: Role
    name: str
    for_whom: str
    named: list[User]
    count: int


def roles_page(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Show the roles; put a person into one, or take them out, where a superuser asks for it."""
    if request.method == "POST":
        _change(request)
        return redirect("admin:roles")
    context = {
        **site.each_context(request),
        "title": _("Roles"),
        "rights": rights(),
        "columns": [*(role_in_words(role) for role in Role), _("superuser")],
        "members": [_members(role) for role in Role],
    }
    return TemplateResponse(request, "admin/roles.html", context)


def _members(role: Role) -> Members:
    found = roles.people_in(role)
    return Members(role, role_in_words(role), str(FOR_WHOM[role]), list(found[:NAMED]), found.count())


def _change(request: HttpRequest) -> None:
    username, asked = query_params.text(request.POST, "username").strip(), query_params.text(request.POST, "role")
    try:
        if asked not in set(Role):
            raise RoleRefused(_("There is no such role. Choose one of the roles on this page."))
        if "take" in request.POST:
            person = roles.remove_from_role(by=user_of(request), username=username, role=Role(asked))
            done = _("%(person)s no longer has the role “%(role)s”.")
        else:
            person = roles.add_to_role(by=user_of(request), username=username, role=Role(asked))
            done = _("%(person)s now has the role “%(role)s”.")
    except RoleRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done % {"person": person.username, "role": role_in_words(asked)})
