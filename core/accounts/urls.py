"""Signing in, and the account of whoever is signed in. The library knows its pages by the names it gave them."""

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as ConfirmByCode
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from core.accounts import views
from core.accounts.access import for_everybody

urlpatterns = [
    path("sign-in/", views.SignInPage.as_view(), name="sign_in"),
    path("sign-in/", views.SignInPage.as_view(), name="account_login"),
    path("sign-in/code/", login_not_required(AuthenticateView.as_view()), name="mfa_authenticate"),
    path("account/", for_everybody(views.account), name="account"),
    path("account/", for_everybody(views.account), name="mfa_index"),
    path("account/password/", for_everybody(views.ChangePassword.as_view()), name="change_password"),
    path("account/confirm/", for_everybody(ReauthenticateView.as_view()), name="account_reauthenticate"),
    path("account/confirm/code/", for_everybody(ConfirmByCode.as_view()), name="mfa_reauthenticate"),
    path("account/second-factor/", for_everybody(ActivateTOTPView.as_view()), name="mfa_activate_totp"),
    path("account/second-factor/off/", for_everybody(DeactivateTOTPView.as_view()), name="mfa_deactivate_totp"),
    path("account/recovery-codes/", for_everybody(ViewRecoveryCodesView.as_view()), name="mfa_view_recovery_codes"),
    path(
        "account/recovery-codes/new/",
        for_everybody(GenerateRecoveryCodesView.as_view()),
        name="mfa_generate_recovery_codes",
    ),
    path("account/sessions/end/", for_everybody(views.end_sessions), name="end_sessions"),
    path("account/keys/", for_everybody(views.create_key), name="create_key"),
    path("account/keys/<slug:key>/revoke/", for_everybody(views.revoke_key), name="revoke_key"),
]
