"""Every way in which a language model fails to split an article, with its sentence for the person at the screen."""

from core.translation.messages import gettext_noop as _
from sources.fetching.outcomes import OutcomeReason


class ModelFailed(Exception):
    """The model gave nothing that can be used; the message says why, in one sentence.

    `spends` is False where the other side turned the question away before it worked on it; `is_consequence` is True
    where a question was not asked because another one had failed.
    """

    def __init__(self, sentence: str, *, spends: bool = True, is_consequence: bool = False):
        self.spends = spends
        self.is_consequence = is_consequence
        super().__init__(sentence)


LONG_ARTICLE = _("The article is too long for the language model.")
SPENT = _("Today's token limit for the language model is used up.")
UNREADABLE = _("The language model's response could not be read.")
OTHER_FORM = _("The language model's response did not have the requested format.")
CUT_OFF = _("The language model's response was cut off.")
NO_ANSWER = _("The language model declined to respond.")
CANCELLED = _("The language model was not given every part of the article.")

_REASONS = {
    OutcomeReason.UNKNOWN_HOST: _("The language model's address was not found."),
    OutcomeReason.BAD_CERTIFICATE: _("The certificate of the language model's server is not valid for its name."),
    OutcomeReason.CONNECTION_LOST: _("The connection to the language model was lost."),
    OutcomeReason.TOO_LARGE: _("The language model's response was too large."),
    OutcomeReason.INVALID_RESPONSE: UNREADABLE,
}
_STATUSES = {
    401: _("The language model's server rejected the key."),
    403: _("The language model's server rejected the key."),
    404: _("The language model's server does not know this address or model."),
    429: _("The language model's server asks us to wait before the next request."),
}
OUT_OF_REACH = _("The language model could not be reached.")
LED_AWAY = _("The language model's server redirects to another address, which is not followed.")
TOO_SLOW = _("The language model did not respond within %(seconds)s s.")
REFUSED = _("The language model's server refused the request (HTTP status %(status)s).")
BROKEN = _("The language model's server reported an error (HTTP status %(status)s).")

#: Those that are stored with values in them; all others are stored as they stand here.
WITH_VALUES = (TOO_SLOW, REFUSED, BROKEN)


def of_reason(reason: OutcomeReason, *, seconds: int) -> ModelFailed:
    """Say why an exchange brought no answer."""
    if reason is OutcomeReason.TIMEOUT:
        return ModelFailed(TOO_SLOW % {"seconds": seconds})
    sentence = _REASONS.get(reason, OUT_OF_REACH)
    return ModelFailed(
        sentence,
        spends=reason
        not in (OutcomeReason.UNKNOWN_HOST, OutcomeReason.BAD_CERTIFICATE, OutcomeReason.CONNECTION_FAILED),
    )


def of_status(status: int) -> ModelFailed:
    """Say what an HTTP status other than 200 means."""
    if 300 <= status < 400:
        return ModelFailed(LED_AWAY, spends=False)
    if 400 <= status < 500:
        return ModelFailed(_STATUSES.get(status, REFUSED % {"status": status}), spends=False)
    return ModelFailed(BROKEN % {"status": status})
