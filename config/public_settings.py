"""What leaves this site: whom it names, where messages may go, and what its pages may ask for."""

from datetime import timedelta

from config import env

# Who is named as the author of the verdicts in exports, feeds and on public pages.
PLUMBLINE_PUBLISHER = env.text("PLUMBLINE_PUBLISHER", "Plumbline")
# Whether everybody may read the published verdicts under /v/, and links to what was shared may be opened there.
PLUMBLINE_PUBLIC = env.flag("PLUMBLINE_PUBLIC", default=False)

# Whether what leaves this site names the people who judged and signed off, or says their roles only.
PLUMBLINE_PEOPLE = env.one_of("PLUMBLINE_PEOPLE", "names", "roles")

# Hosts of your own, as host or host:port, to which webhooks may be sent although they are not on the public internet.
PLUMBLINE_WEBHOOK_HOSTS = frozenset(word.lower() for word in env.words("PLUMBLINE_WEBHOOK_HOSTS"))
# How long the log of webhooks keeps each request and what came of it.
PLUMBLINE_WEBHOOK_LOG_KEPT = timedelta(days=env.integer("PLUMBLINE_WEBHOOK_LOG_DAYS", default=90, least=1, most=3650))

# No other host is ever asked by a reader's browser: an archived page must not phone home.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
