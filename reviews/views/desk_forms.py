"""How people narrow the desk, and what they do with several claims of it, checked before a query or a service sees it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from claims.models import Article
from core.web import query_params
from reviews.models import Assignment
from reviews.queries import DESK_VIEWS, FLAGS, NOBODY, SORTS, Selection
from reviews.ratings import Rating
from sources.models import Document

ADDED = {1: _("Since yesterday"), 7: _("In the last week"), 30: _("In the last month"), 365: _("In the last year")}
PRIORITIES = [(each.value, capfirst(each.label)) for each in Assignment.Priority]
#: More claims than this are not decided on at once.
MOST_AT_ONCE = 200


def _all_of(data: Any, name: str) -> list[str]:
    """Return everything that a form sent under one name."""
    return data.getlist(name)


def _choices(blank: str | Promise, choices: Iterable[tuple]) -> list[tuple]:
    return [("", blank), *choices]


class DeskFilter(forms.Form):
    """What the address says of the desk. Whatever is not known there is left out and told; the rest holds."""

    view = forms.ChoiceField(
        label=_("View"), required=False, choices=[(each.name, each.label) for each in DESK_VIEWS.values()]
    )
    q = forms.CharField(label=_("Search"), required=False, max_length=300)
    rating = forms.ChoiceField(label=_("Verdict"), required=False, choices=_choices(_("Any"), Rating.choices))
    flag = forms.ChoiceField(label=_("Flag"), required=False, choices=_choices(_("Any"), FLAGS.items()))
    assignee = forms.ChoiceField(label=_("Assignee"), required=False)
    priority = forms.TypedChoiceField(
        label=_("Priority"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=_choices(_("Any"), PRIORITIES),
    )
    added = forms.TypedChoiceField(
        label=_("Added"), required=False, coerce=int, empty_value=None, choices=_choices(_("Any time"), ADDED.items())
    )
    sort = forms.ChoiceField(
        label=_("Sort by"), required=False, choices=[(each.name, each.label) for each in SORTS.values()]
    )
    article = forms.ModelChoiceField(Article.objects.only("title"), label=_("Article"), required=False)
    source = forms.ModelChoiceField(Document.objects.only("title"), label=_("Source"), required=False)

    #: The fields that the page shows as lists to choose from; the others are links, or the search of the shell.
    lists = ("rating", "flag", "assignee", "priority", "added", "sort")

    def __init__(self, data: MultiValueDict, *, person: User, people: list[User]) -> None:
        """Read what is there at once: a filter that does not hold is left out, so that there is nothing to refuse."""
        super().__init__(data)
        self._person = person
        others = [(str(each.pk), each.username) for each in people if each.pk != person.pk]
        assignee: Any = self.fields["assignee"]
        assignee.choices = _choices(_("Anyone"), [("me", _("Me")), ("nobody", _("Unassigned")), *others])
        self.full_clean()

    def faults(self) -> list[str]:
        """Say for each value that was left out which one it was."""
        return [
            gettext("“%(value)s” is not a valid value for “%(field)s”, so this filter was ignored.")
            % {"value": self.data.get(name, "")[:60], "field": self.fields[name].label}
            for name in self.errors
        ]

    def selection(self) -> Selection:
        """Return what is to be shown."""
        given = self.cleaned_data
        known = {name: given[name] for name in ("view", "rating", "flag", "priority", "sort") if given.get(name)}
        if given.get("priority") is not None:
            known["priority"] = given["priority"]
        return Selection(
            **known,
            search=given.get("q", ""),
            assignee=self._assignee(),
            article=given["article"].pk if given.get("article") else None,
            source=given["source"].pk if given.get("source") else None,
            person=self._person,
            added_within=given.get("added"),
        )

    def kept(self) -> dict[str, str]:
        """Return the part of the address that holds, in which every page, link and kept view of it agrees."""
        return {
            name: self.data[name]
            for name in self.fields
            if name not in self.errors and self.data.get(name) and self.data[name] != DEFAULTS.get(name)
        }

    def hidden(self) -> dict[str, str]:
        """Return what goes on holding while something is chosen from the lists."""
        return {name: value for name, value in self.kept().items() if name not in self.lists}

    def shown_lists(self) -> list[forms.BoundField]:
        return [self[name] for name in self.lists]

    def count(self, counts: dict[str, dict[str, str]]) -> None:
        """Write behind each choice of the lists how many claims it has."""
        counted = pgettext("a choice, and how many claims it has", "%(choice)s (%(count)s)")
        for name in self.lists:
            found = counts.get(name, {})
            choice: Any = self.fields[name]
            choice.choices = [
                (value, counted % {"choice": label, "count": found[str(value)]} if str(value) in found else label)
                for value, label in choice.choices
            ]

    def _assignee(self) -> int | None:
        chosen = self.cleaned_data.get("assignee")
        if not chosen:
            return None
        return {"me": self._person.pk, "nobody": NOBODY}.get(chosen) if not chosen.isdecimal() else int(chosen)


#: What holds where the address says nothing.
DEFAULTS = {"view": "all", "sort": "newest"}


class Action:
    """The names of what can be done with several claims at once."""

    ASSIGN, DUE, PRIORITY, DISMISS, RECHECK, SECOND = "assign", "due", "priority", "dismiss", "recheck", "second"


@dataclass(frozen=True)
class Several:
    """Claims that a person chose, with the version of each assignment that they saw."""

    numbers: list[int]
    seen_versions: dict[int, int]


class DoWithSeveral(forms.Form):
    """One thing to be done with several claims; only the field that belongs to it has to hold."""

    action = forms.ChoiceField(
        choices=[(each, each) for name, each in vars(Action).items() if name.isupper()],
        error_messages={
            "required": _("Choose an action."),
            "invalid_choice": _("Choose an action."),
        },
    )
    assignee = forms.ChoiceField(label=_("Assign to"), required=False)
    due_on = forms.DateField(
        label=_("Due date"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Enter a valid date, for example 2026-03-31.")},
    )
    priority = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        choices=PRIORITIES,
        error_messages={"invalid_choice": _("There is no such priority.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=300,
        error_messages={"max_length": _("The reason is too long. Use at most 300 characters.")},
    )

    def __init__(self, data: MultiValueDict | None = None, *, people: list[User]) -> None:
        super().__init__(data)
        self._people = {str(each.pk): each for each in people}
        assignee: Any = self.fields["assignee"]
        assignee.choices = [("nobody", _("Unassigned")), *((str(each.pk), each.username) for each in people)]
        self.fields["assignee"].error_messages["invalid_choice"] = _(
            "This person can no longer be assigned claims. Choose someone else."
        )

    def clean(self) -> dict:
        given = self.cleaned_data
        if given.get("action") == Action.ASSIGN and not given.get("assignee"):
            self.add_error("assignee", _("Choose an assignee."))
        if given.get("action") == Action.PRIORITY and given.get("priority") is None:
            self.add_error("priority", _("Choose a priority."))
        if given.get("action") == Action.DISMISS and not given.get("reason"):
            self.add_error("reason", _("Give a short reason for dismissing the claims."))
        several = self.several()
        if not several.numbers:
            raise forms.ValidationError(_("Select at least one claim."))
        if len(several.numbers) > MOST_AT_ONCE:
            raise forms.ValidationError(
                ngettext(
                    "Select at most %(count)d claim at once.", "Select at most %(count)d claims at once.", MOST_AT_ONCE
                ),
                params={"count": MOST_AT_ONCE},
            )
        return given

    def fault(self) -> str:
        """What is wrong with what was asked for, in one sentence; nothing where the fault is in what is not needed."""
        needed = {"action", "__all__", *_NEEDED.get(self.data.get("action", ""), ())}
        return next((str(sentences[0]) for name, sentences in self.errors.items() if name in needed), "")

    def person(self) -> User | None:
        """Whom the claims are given to; None for nobody."""
        return self._people.get(self.cleaned_data.get("assignee", ""))

    def several(self) -> Several:
        """Return the claims that were ticked, or all of the page, in the order in which everybody takes them."""
        pairs = (
            map(query_params.integer, each.split(":", 1)) for each in _all_of(self.data, "seen_version") if ":" in each
        )
        seen_versions = {claim: version for claim, version in pairs if claim is not None and version is not None}
        ticked = set(query_params.integers(_all_of(self.data, "claims")))
        return Several(numbers=sorted(seen_versions if self.data.get("all") else ticked), seen_versions=seen_versions)


#: The field that belongs to each action.
_NEEDED = {
    Action.ASSIGN: ("assignee",),
    Action.DUE: ("due_on",),
    Action.PRIORITY: ("priority",),
    Action.DISMISS: ("reason",),
}
