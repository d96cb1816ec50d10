"""How stored words about sources are called on a page."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

#: What came of a fetch of an address, by the outcome that is stored.
OUTCOMES = {
    "ok": _("ok"),
    "not_modified": _("not modified"),
    "blocked": _("blocked"),
    "login_wall": _("login wall"),
    "consent_wall": _("consent wall"),
    "soft_404": _("soft 404"),
    "empty": pgettext_lazy("outcome of a fetch", "empty"),
    "rate_limited": _("rate limited"),
    "server_error": _("server error"),
    "unreachable": _("unreachable"),
    "wrong_type": _("unsupported type"),
    "too_big": _("too large"),
    "blocked_address": _("address not allowed"),
}
