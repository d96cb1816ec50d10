"""How the editors' admin looks and what its pages are made of; the desk's pages have their colours in base.css."""

from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy

# From the lightest to the darkest.
BLUES = {
    "50": "#eef4fd",
    "100": "#dce8fb",
    "200": "#bdd4f7",
    "300": "#93b8f0",
    "400": "#8db4f5",
    "500": "#5b8de0",
    "600": "#1f4fa3",
    "700": "#1a4389",
    "800": "#163870",
    "900": "#122d5a",
    "950": "#0c1e3d",
}

UNFOLD = {
    "SITE_TITLE": "Plumbline",
    "SITE_HEADER": "Plumbline",
    "SITE_SUBHEADER": gettext_lazy("Editors"),
    "SITE_URL": reverse_lazy("desk"),
    "SITE_SYMBOL": "straighten",
    "SITE_FAVICONS": [{"rel": "icon", "type": "image/svg+xml", "href": lambda request: static("web/icon.svg")}],
    "SHOW_HISTORY": True,
    "SHOW_BACK_BUTTON": True,
    "STYLES": [lambda request: static("editors_pages/admin.css")],
    "SCRIPTS": [lambda request: static("editors_pages/admin-reach.js")],
    "DASHBOARD_CALLBACK": "config.dashboard.dashboard",
    "SIDEBAR": {"show_search": False, "navigation": "config.admin_site.sidebar"},
    "TABS": "config.admin_site.tabs",
    "COLORS": {"primary": BLUES},
}
