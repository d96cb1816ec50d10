"""The kinds of claims, marks, findings and warnings, as they are stored and exported."""

from enum import StrEnum


class ClaimKind(StrEnum):
    """What a claim states."""

    QUANTITY = "quantity"
    EVENT = "event"
    STATE = "state"
    COMPARISON = "comparison"
    ATTRIBUTION = "attribution"
    OPINION = "opinion"
    QUESTION = "question"
    ADVICE = "advice"
    PREDICTION = "prediction"


#: Claims that state nothing of the world, and so contradict nothing.
NON_ASSERTIVE = frozenset({ClaimKind.QUESTION, ClaimKind.ADVICE})


class MarkKind(StrEnum):
    """What a mark of an article is."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"
    SUPERLATIVE = "superlative"


class FindingKind(StrEnum):
    """What a finding is about: claims that cannot both hold, or a cited source that says something else now."""

    SELF_CONTRADICTION = "self_contradiction"
    CONFLICTING_ACCOUNTS = "conflicting_accounts"
    CROSS_ARTICLE = "cross_article"
    WORDING = "wording"
    HEDGE = "hedge"
    NUMBER_CHANGED = "number_changed"
    UNIT_CHANGED = "unit_changed"
    NEGATION_CHANGED = "negation_changed"
    ENTITY_CHANGED = "entity_changed"
    GONE = "gone"
    UNCERTAIN = "uncertain"
    KEEPS_CHANGING = "keeps_changing"


class ClaimWarning(StrEnum):
    """What the splitter asks a person to look at in a claim."""

    AMBIGUOUS = "ambiguous"
    CUT_OUT = "cut_out"
    TWO_QUANTITIES = "two_quantities"
    LONG = "long"
    FRAGMENT = "fragment"
    UNREAD = "unread"
    #: It could not be cut into claims that stand alone.
    WHOLE_SENTENCE = "whole_sentence"
