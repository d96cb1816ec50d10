"""The sign-in page, and the page of one's own account."""

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from claims.policies import roles_of
from config import keys, second_factor
from config.sign_in import SignIn


class SignInPage(auth.LoginView):
    """User name and password; then the code, for whoever has a second factor."""

    redirect_authenticated_user = True
    authentication_form = SignIn

    def form_valid(self, form: SignIn) -> HttpResponse:
        """Let the library sign the person in, which asks for the code first. The password counts as just confirmed."""
        record_authentication(self.request, form.get_user(), method="password", reauthenticated=True)
        return perform_login(self.request, form.get_user(), redirect_url=self.get_success_url())


@never_cache
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """What one's account is made of."""
    return _account_page(request)


@method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")
class ChangePassword(auth.PasswordChangeView):
    """A new password, for whoever has just confirmed the old one, on a page that counts wrong ones."""

    form_class = SetPasswordForm
    template_name = "account/password_change.html"
    success_url = reverse_lazy("account")

    def form_valid(self, form: SetPasswordForm) -> HttpResponse:
        messages.success(self.request, "Your password is changed. You were signed out everywhere else.")
        return super().form_valid(form)


@never_cache
@login_required
@reauthentication_required(app="allauth.mfa")
def create_key(request: HttpRequest) -> HttpResponse:
    """A new key for a program, shown once. Whoever comes back from confirming the password lands on the account."""
    if request.method != "POST":
        return redirect("account")
    try:
        _, key = keys.give_key(request.user)
    except keys.TooManyKeys as refused:
        messages.error(request, str(refused))
        return redirect("account")
    return _account_page(request, new_key=key)


@login_required
@require_POST
def revoke_key(request: HttpRequest, key: str) -> HttpResponse:
    """End one of one's own keys."""
    if keys.revoke_key(request.user, key):
        messages.success(request, f"The key {key}… no longer works.")
    else:
        messages.error(request, "You have no such key. It may have been revoked already.")
    return redirect("account")


def _account_page(request: HttpRequest, new_key: str = "") -> HttpResponse:
    codes = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.RECOVERY_CODES).first()
    context = {
        "roles": sorted(roles_of(request.user)),
        "has_second_factor": second_factor.is_on(request.user),
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
        "keys": keys.keys_of(request.user),
        "new_key": new_key,
    }
    return render(request, "account/account.html", context)
