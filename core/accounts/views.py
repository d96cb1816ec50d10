"""The sign-in page, and the page of one's own account."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from core.accounts import api_keys, second_factor, sessions
from core.accounts.forms import NewKey, NewPassword
from core.accounts.labels import roles_in_words
from core.accounts.policies import roles_of
from core.accounts.sign_in import SignIn
from core.audit.log import record
from core.web import query_params
from core.web.requests import PageRequest, user_of


class SignInPage(auth.LoginView):
    """User name and password; then the code, for whoever has a second factor."""

    redirect_authenticated_user = True
    authentication_form = SignIn

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Let the library sign the person in, which asks for the code first. The password counts as just confirmed."""
        sessions.note_browser(self.request)
        record_authentication(self.request, form.get_user(), method="password", reauthenticated=True)
        return perform_login(self.request, form.get_user(), redirect_url=self.get_success_url())


@never_cache
@login_required
def account(request: PageRequest) -> HttpResponse:
    """What one's account is made of."""
    return _account_page(request)


@method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")
class ChangePassword(auth.PasswordChangeView):
    """A new password, for whoever has just confirmed the old one, on a page that counts wrong ones."""

    form_class = NewPassword  # type: ignore[assignment] # the old password has just been confirmed
    template_name = "account/password_change.html"
    success_url = reverse_lazy("account")

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            revoked = api_keys.revoke_all(user_of(self.request)) if form.cleaned_data.get("revoke_keys") else 0
            answer = super().form_valid(form)
            sessions.end_sessions(user_of(self.request), but=self.request.session.session_key)
            record(by=user_of(self.request), what=user_of(self.request), did=gettext_noop("Changed their password."))
        self._tell(revoked, api_keys.valid_keys(user_of(self.request)).count())
        return answer

    def _tell(self, revoked: int, kept: int) -> None:
        """Say what came of it, and what became of the keys of the person's programs."""
        told = [_("Your password has been changed, and you have been signed out everywhere else.")]
        if revoked:
            ended = ngettext("%(count)s API key has been revoked.", "%(count)s API keys have been revoked.", revoked)
            told.append(ended % {"count": revoked})
        elif kept:
            going_on = ngettext("%(count)s API key keeps working.", "%(count)s API keys keep working.", kept)
            told.append(going_on % {"count": kept})
        messages.success(self.request, " ".join(told))


@never_cache
@login_required
@reauthentication_required(app="allauth.mfa")
def create_key(request: PageRequest) -> HttpResponse:
    """A new key for a program, shown once. Whoever comes back from confirming the password lands on the account."""
    if request.method != "POST":
        return redirect("account")
    form = NewKey(request.POST)
    if not form.is_valid():
        return _account_page(request, form=form)
    try:
        _row, key = api_keys.create_key(request.user, **form.choices())
    except api_keys.TooManyKeys as refused:
        messages.error(request, str(refused))
        return redirect("account")
    return _account_page(request, new_key=key)


@login_required
@require_POST
def revoke_key(request: PageRequest, key: str) -> HttpResponse:
    """End one of one's own keys."""
    if api_keys.revoke_key(request.user, key):
        messages.success(request, _("The API key %(key)s… has been revoked.") % {"key": key})
    else:
        messages.error(request, _("You have no such API key. It may already have been revoked."))
    return redirect("account")


@login_required
@require_POST
def end_sessions(request: PageRequest) -> HttpResponse:
    """Sign oneself out in one other place, or in all others."""
    name = query_params.text(request.POST, "session")
    if name:
        ended = sessions.end_session(request.user, name=name)
        done = _("That session has been signed out.") if ended else _("That session had already ended.")
    else:
        count = sessions.end_sessions(request.user, but=request.session.session_key)
        done = _("Other sessions signed out: %(count)s.") % {"count": count}
    messages.success(request, done)
    return redirect("account")


def _account_page(request: PageRequest, new_key: str = "", form: NewKey | None = None) -> HttpResponse:
    codes = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.RECOVERY_CODES).first()
    context = {
        "roles": roles_in_words(roles_of(request.user)),
        "has_second_factor": second_factor.is_on(request.user),
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
        "keys": api_keys.valid_keys(request.user),
        "new_key": new_key,
        "key_form": form or NewKey(),
        "sessions": sessions.sessions_of(request.user, here=request.session.session_key),
    }
    return render(request, "account/account.html", context, status=422 if form else 200)
