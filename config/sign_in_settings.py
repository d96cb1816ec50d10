"""The settings of signing in: passwords, second factor, and how often either may be wrong."""

from datetime import timedelta

LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "sign_in"

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]

# Ten wrong passwords for one user name from one address, and neither is listened to for a quarter of an hour: the same
# person elsewhere, and others here, still get in. Ten wrong codes from wherever: whoever guesses them has the password.
AXES_LOCKOUT_PARAMETERS = "core.accounts.sign_in.counted_by"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
# The sentence on the page names the time, so another try must not make it longer.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "core.accounts.sign_in.client_address"
AXES_LOCKOUT_CALLABLE = "core.accounts.sign_in.refuse"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "code"]
# Who signed in when, and from where, is nobody's business here.
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Accounts are made by a superuser: nobody signs up, and no address is confirmed by mail.
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
# Tries are counted in the database, by axes: an emptied cache must not give anybody new ones.
ACCOUNT_RATE_LIMITS = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Plumbline"
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_FORMS = {
    "authenticate": "core.accounts.second_factor.SignInCode",
    "reauthenticate": "core.accounts.second_factor.ConfirmingCode",
    "activate_totp": "core.accounts.second_factor.FirstCode",
}
