"""Names the site that Django's admin registers everything on."""

from django.contrib.admin import apps


class EditorsAdmin(apps.SimpleAdminConfig):
    """Django's admin with the editors' own site, which registers everything when its addresses are asked for."""

    default = False  # this module is the config app's too, which must not take this for its own
    default_site = "config.admin_site.EditorsSite"
