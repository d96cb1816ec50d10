"""What readers outside get to see, and under whose name."""

from config import env

# Who is named as the author of the verdicts in exports, feeds and on public pages.
PLUMBLINE_PUBLISHER = env.text("PLUMBLINE_PUBLISHER", "Plumbline")
# Whether everybody may read the published verdicts under /v/, and links to what was shared may be opened there.
PLUMBLINE_PUBLIC = env.flag("PLUMBLINE_PUBLIC", default=False)
