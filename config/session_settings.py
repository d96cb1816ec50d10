"""The settings of sessions: how long somebody stays signed in, and how a browser keeps its cookie."""

from datetime import timedelta

from config import env

SESSION_ENGINE = "core.accounts.models"
SESSION_COOKIE_AGE = int(timedelta(hours=12).total_seconds())
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

# Minutes without doing anything after which a person signs in anew, as NIST SP 800-63B-4 has it for two factors.
PLUMBLINE_IDLE_MINUTES = env.integer("PLUMBLINE_IDLE_MINUTES", default=60, least=5, most=720)
