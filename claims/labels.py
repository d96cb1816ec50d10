"""How stored words about claims are called on a page."""

from django.utils.functional import Promise
from django.utils.translation import get_language_info, gettext_noop, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from claims.language.claiming import MAY_MEAN, READ_AS
from claims.language.kinds import ClaimKind, ClaimWarning, FindingKind
from claims.language_model.failures import WITH_VALUES
from core.article_language import CHINESE, ENGLISH, ArticleLanguage
from core.translation.messages import Message, match_template
from core.translation.rendering import translate_stored, translated

#: What a claim is, by the kind that is stored.
KINDS: dict[str, Promise] = {
    ClaimKind.QUANTITY: pgettext_lazy("kind of claim", "quantity"),
    ClaimKind.EVENT: pgettext_lazy("kind of claim", "event"),
    ClaimKind.STATE: pgettext_lazy("kind of claim", "state"),
    ClaimKind.COMPARISON: pgettext_lazy("kind of claim", "comparison"),
    ClaimKind.ATTRIBUTION: pgettext_lazy("kind of claim", "attribution"),
    ClaimKind.OPINION: pgettext_lazy("kind of claim", "opinion"),
    ClaimKind.QUESTION: pgettext_lazy("kind of claim", "question"),
    ClaimKind.ADVICE: pgettext_lazy("kind of claim", "advice"),
    ClaimKind.PREDICTION: pgettext_lazy("kind of claim", "prediction"),
}
#: What became of a cited quote.
CHANGES: dict[str, Promise] = {
    "identical": pgettext_lazy("change of a quote", "identical"),
    "moved": pgettext_lazy("change of a quote", "moved"),
    "cosmetic": pgettext_lazy("change of a quote", "formatting only"),
    "rounding_equal": pgettext_lazy("change of a quote", "same value"),
    FindingKind.WORDING: pgettext_lazy("change of a quote", "reworded"),
    FindingKind.HEDGE: pgettext_lazy("change of a quote", "certainty changed"),
    FindingKind.NUMBER_CHANGED: _("number changed"),
    FindingKind.UNIT_CHANGED: _("unit changed"),
    FindingKind.NEGATION_CHANGED: _("negation changed"),
    FindingKind.ENTITY_CHANGED: _("name changed"),
    FindingKind.GONE: pgettext_lazy("change of a quote", "gone"),
    FindingKind.UNCERTAIN: pgettext_lazy("change of a quote", "uncertain"),
    # Not of one re-check, but of many, or of a change whose kind is not known.
    FindingKind.KEEPS_CHANGING: _("keeps changing"),
    "source_changed": _("source changed"),
}
#: What was noticed between claims; what was noticed at sources is named after the change there.
FINDINGS: dict[str, Promise] = {
    FindingKind.SELF_CONTRADICTION: _("self-contradiction"),
    FindingKind.CONFLICTING_ACCOUNTS: _("conflicting accounts"),
    FindingKind.CROSS_ARTICLE: _("contradicts another article"),
}
#: What the splitter asks people to look at.
WARNINGS: dict[str, Promise] = {
    ClaimWarning.AMBIGUOUS: _("ambiguous"),
    ClaimWarning.CUT_OUT: _("words missing"),
    ClaimWarning.TWO_QUANTITIES: _("two quantities"),
    ClaimWarning.LONG: pgettext_lazy("remark on a claim", "long"),
    ClaimWarning.FRAGMENT: _("fragment"),
    ClaimWarning.UNREAD: _("language not read"),
    ClaimWarning.WHOLE_SENTENCE: _("whole sentence"),
}
#: What the unit of a quantity measures.
DIMENSIONS = {
    "acceleration": pgettext_lazy("what a unit measures", "acceleration"),
    "activity": pgettext_lazy("what a unit measures", "activity"),
    "angle": pgettext_lazy("what a unit measures", "angle"),
    "angular_speed": pgettext_lazy("what a unit measures", "angular speed"),
    "area": pgettext_lazy("what a unit measures", "area"),
    "areal_density": pgettext_lazy("what a unit measures", "areal density"),
    "areal_number_density": pgettext_lazy("what a unit measures", "areal number density"),
    "base_pairs": pgettext_lazy("what a unit measures", "base pairs"),
    "capacitance": pgettext_lazy("what a unit measures", "capacitance"),
    "charge": pgettext_lazy("what a unit measures", "charge"),
    "concentration": pgettext_lazy("what a unit measures", "concentration"),
    "conductance": pgettext_lazy("what a unit measures", "conductance"),
    "conductivity": pgettext_lazy("what a unit measures", "conductivity"),
    "count": pgettext_lazy("what a unit measures", "count"),
    "current": pgettext_lazy("what a unit measures", "current"),
    "current_density": pgettext_lazy("what a unit measures", "current density"),
    "data_rate": pgettext_lazy("what a unit measures", "data rate"),
    "density": pgettext_lazy("what a unit measures", "density"),
    "dose": pgettext_lazy("what a unit measures", "dose"),
    "electric_field": pgettext_lazy("what a unit measures", "electric field"),
    "energy": pgettext_lazy("what a unit measures", "energy"),
    "force": pgettext_lazy("what a unit measures", "force"),
    "fraction": pgettext_lazy("what a unit measures", "fraction"),
    "frequency": pgettext_lazy("what a unit measures", "frequency"),
    "heat_capacity": pgettext_lazy("what a unit measures", "heat capacity"),
    "heat_transfer_coefficient": pgettext_lazy("what a unit measures", "heat transfer coefficient"),
    "illuminance": pgettext_lazy("what a unit measures", "illuminance"),
    "inductance": pgettext_lazy("what a unit measures", "inductance"),
    "information": pgettext_lazy("what a unit measures", "information"),
    "length": pgettext_lazy("what a unit measures", "length"),
    "level": pgettext_lazy("what a unit measures", "level"),
    "luminous_flux": pgettext_lazy("what a unit measures", "luminous flux"),
    "luminous_intensity": pgettext_lazy("what a unit measures", "luminous intensity"),
    "mach": pgettext_lazy("what a unit measures", "mach"),
    "magnetic_flux": pgettext_lazy("what a unit measures", "magnetic flux"),
    "magnetic_flux_density": pgettext_lazy("what a unit measures", "magnetic flux density"),
    "mass": pgettext_lazy("what a unit measures", "mass"),
    "mass_flow": pgettext_lazy("what a unit measures", "mass flow"),
    "mass_flux": pgettext_lazy("what a unit measures", "mass flux"),
    "mass_per_length": pgettext_lazy("what a unit measures", "mass per length"),
    "molar_energy": pgettext_lazy("what a unit measures", "molar energy"),
    "molar_mass": pgettext_lazy("what a unit measures", "molar mass"),
    "money": pgettext_lazy("what a unit measures", "money"),
    "money_per_area": pgettext_lazy("what a unit measures", "price by area"),
    "money_per_energy": pgettext_lazy("what a unit measures", "price by energy"),
    "money_per_information": pgettext_lazy("what a unit measures", "price by amount of data"),
    "money_per_length": pgettext_lazy("what a unit measures", "price by length"),
    "money_per_mass": pgettext_lazy("what a unit measures", "price by weight"),
    "money_per_substance": pgettext_lazy("what a unit measures", "price by amount of substance"),
    "money_per_time": pgettext_lazy("what a unit measures", "amount of money by time"),
    "money_per_volume": pgettext_lazy("what a unit measures", "price by volume"),
    "number_density": pgettext_lazy("what a unit measures", "number density"),
    "percentage_point": pgettext_lazy("what a unit measures", "percentage point"),
    "power": pgettext_lazy("what a unit measures", "power"),
    "power_density": pgettext_lazy("what a unit measures", "power density"),
    "pressure": pgettext_lazy("what a unit measures", "pressure"),
    "resistance": pgettext_lazy("what a unit measures", "resistance"),
    "specific_energy": pgettext_lazy("what a unit measures", "specific energy"),
    "specific_heat": pgettext_lazy("what a unit measures", "specific heat"),
    "specific_substance": pgettext_lazy("what a unit measures", "specific substance"),
    "specific_surface": pgettext_lazy("what a unit measures", "specific surface"),
    "spectral_flux_density": pgettext_lazy("what a unit measures", "spectral flux density"),
    "speed": pgettext_lazy("what a unit measures", "speed"),
    "substance": pgettext_lazy("what a unit measures", "substance"),
    "substance_flow": pgettext_lazy("what a unit measures", "substance flow"),
    "substance_flux": pgettext_lazy("what a unit measures", "substance flux"),
    "surface_tension": pgettext_lazy("what a unit measures", "surface tension"),
    "temperature": pgettext_lazy("what a unit measures", "temperature"),
    "temperature_difference": pgettext_lazy("what a unit measures", "temperature difference"),
    "temperature_rate": pgettext_lazy("what a unit measures", "temperature rate"),
    "thermal_conductivity": pgettext_lazy("what a unit measures", "thermal conductivity"),
    "time": pgettext_lazy("what a unit measures", "time"),
    "viscosity": pgettext_lazy("what a unit measures", "viscosity"),
    "voltage": pgettext_lazy("what a unit measures", "voltage"),
    "volume": pgettext_lazy("what a unit measures", "volume"),
    "volume_flow": pgettext_lazy("what a unit measures", "volume flow"),
    "wavenumber": pgettext_lazy("what a unit measures", "wavenumber"),
}
#: Why a claim is off the desk whose place others took, and why one is on it that a person added: stored in English.
SPLIT_INTO, MERGED_INTO = gettext_noop("Split into %(count)s claims."), gettext_noop("Merged into claim %(number)s.")
BY_HAND = gettext_noop("added manually")
#: What is stored with an article that a language model was to split and did not, or not whole.
BACK_TO_RULES = gettext_noop("%(reason)s The built-in rules split this article.")
NOTHING_HOLDS = gettext_noop("The language model returned no claims that match the text.")
SOME_LEFT = gettext_noop(
    "Of %(offered)s claims from the language model, %(left)s were rejected because they, or others from the "
    "same sentence, do not match the text. The built-in rules split those sentences."
)


#: How an article was read, by the language that it is in.
IN_ENGLISH = _("This article is in English.")
IN_SENTENCES = _(
    "This article is in %(language)s. Each claim is a whole sentence with its figures, dates and names; split it by hand where "
    "it states several facts."
)
NOT_READ = _(
    "This article is in %(language)s, which the rules do not read. Each claim is a whole sentence; its figures and dates are not "
    "compared, so check them by hand."
)


def language_sentence(language: ArticleLanguage) -> str:
    """Return the sentence that says which language an article is in, and what that means for its claims."""
    if language == ENGLISH:
        return str(IN_ENGLISH)
    return str(IN_SENTENCES if language.read else NOT_READ) % {"language": _named(language)}


def _named(language: ArticleLanguage) -> str:
    """Return the name of a language in the reader's language; its code where nobody named it."""
    if language == CHINESE:
        return pgettext("a language", "Chinese")  # Django names its scripts only
    try:
        return str(get_language_info(language.code)["name_translated"])
    except KeyError:
        return language.code


def finding_in_words(kind: str) -> str:
    """Return what a kind of finding is called in the reader's language."""
    return str((FINDINGS | CHANGES).get(kind, kind.replace("_", " ")))


def warning_in_words(lint: str) -> str:
    """Return what the splitter remarked on a claim in the reader's language."""
    return (
        str(WARNINGS[ClaimWarning(lint)]) if lint in set(ClaimWarning) else translate_stored(lint, [READ_AS, MAY_MEAN])
    )


def dimension_in_words(dimension: str) -> str:
    """Return what a unit measures in the reader's language; of one that has no name, the base units as they are stored."""
    return str(DIMENSIONS.get(dimension, dimension))


def dismissal_in_words(reason: str) -> str:
    """Return why a claim is off the desk: in the reader's language where that was no person's own words."""
    return translate_stored(reason, [SPLIT_INTO, MERGED_INTO])


def split_notice_in_words(notice: str) -> str:
    """Return in the reader's language what there is to know about how an article was split."""
    said = match_template(notice, [BACK_TO_RULES, SOME_LEFT])
    if said.template == BACK_TO_RULES:
        said = Message(BACK_TO_RULES, reason=match_template(str(said.values["reason"]), WITH_VALUES))
    return translated(said)
