"""Every way in which a language model fails to split an article, with its sentence for the person at the screen."""

from sources.fetching.outcomes import Ending


class ModelFailed(Exception):
    """The model gave nothing that can be used; the message says why, in one sentence.

    `spends` is False where the other side turned the question away before it worked on it; `is_consequence` is True
    where a question was not asked because another one had failed.
    """

    def __init__(self, sentence: str, *, spends: bool = True, is_consequence: bool = False):
        self.spends = spends
        self.is_consequence = is_consequence
        super().__init__(sentence)


LONG_ARTICLE = "The article is longer than a language model is asked about."
SPENT = "The language model has no tokens left for today."
UNREADABLE = "The language model answered in a form that can't be read."
OTHER_FORM = "The language model's answer has another form than it was asked for."
CUT_OFF = "The language model's answer was cut off."
NO_ANSWER = "The language model declined to answer."
CANCELLED = "The language model was not asked about every part of the article."

_ENDINGS = {
    Ending.NO_NAME: "The language model's address was not found.",
    Ending.UNPROVEN: "The language model's server could not prove that it is what its name says.",
    Ending.BROKEN_OFF: "The connection to the language model broke off.",
    Ending.LARGE: "The language model's answer was too large.",
    Ending.UNREADABLE: UNREADABLE,
}
_STATUSES = {
    401: "The language model's server refused the key.",
    403: "The language model's server refused the key.",
    404: "The language model's server does not know this address or model.",
    429: "The language model's server asks to wait before it is asked more.",
}


def of_ending(ending: Ending, *, seconds: int) -> ModelFailed:
    """This function will say how an exchange ended that brought no answer."""
    if ending is Ending.TOO_SLOW:
        return ModelFailed(f"The language model did not answer within {seconds} s.")
    sentence = _ENDINGS.get(ending, "The language model could not be reached.")
    return ModelFailed(sentence, spends=ending not in (Ending.NO_NAME, Ending.UNPROVEN, Ending.NO_CONNECTION))


def of_status(status: int) -> ModelFailed:
    """This function will say what an HTTP status other than 200 means."""
    if 300 <= status < 400:
        return ModelFailed("The language model's server leads to another address, which is not followed.", spends=False)
    if 400 <= status < 500:
        refused = f"The language model's server refused the question (HTTP status {status})."
        return ModelFailed(_STATUSES.get(status, refused), spends=False)
    return ModelFailed(f"The language model's server has a problem of its own (HTTP status {status}).")
