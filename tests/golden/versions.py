"""Which version covers which rules: the one table of it."""

from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True)
class Version:
    """A constant that is stored with what the rules found. It changes with every change of what they find.

    `entries` are the modules whose functions the programs call, `rules` the packages that those functions rest on.
    """

    constant: str
    module: str
    how_to_raise: str
    entries: tuple[str, ...]
    rules: tuple[str, ...]

    def present(self) -> str:
        """Return the version as it stands in the code."""
        return str(getattr(import_module(self.module), self.constant))

    def covers(self, package: str) -> bool:
        """Return whether a change in this package or module has to raise this version."""
        return any(package == covered or package.startswith(f"{covered}.") for covered in self.rules)


#: What reads quantities, dates and units stands in both: a change in it changes the claims of an article and what is found
#: on them.
VERSIONS = (
    Version(
        constant="RULES_VERSION",
        module="reviews.checking.versions",
        how_to_raise="add the next number to RULES_VERSIONS in reviews/checking/versions.py",
        entries=("reviews.checking",),
        rules=(
            "reviews.checking",
            "claims.anchoring",
            "claims.language.quantities",
            "claims.language.dates",
            "claims.language.units",
            "claims.language.figures_abroad",
            "claims.language.abbreviations",
            "claims.language.closed_classes",
            "claims.language.countries",
            "claims.language.lemmas",
            "claims.language.normal_form",
            "claims.language.parsing",
            "claims.language.reading.cleaning",
            "claims.language.vocabulary",
        ),
    ),
    Version(
        constant="SPLITTER_VERSION",
        module="claims.language.splitting",
        how_to_raise="count SPLITTER_VERSION up in claims/language/splitting.py",
        entries=("claims.language.splitting",),
        rules=("claims.language",),
    ),
)


def versions_of(package: str) -> tuple[Version, ...]:
    """Return every version that a change in this package has to raise."""
    return tuple(version for version in VERSIONS if version.covers(package))
