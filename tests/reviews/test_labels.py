"""Every word that rules store has a name that can be said in another language, and is its own."""

from claims.language.kinds import ClaimKind, ClaimWarning, FindingKind
from claims.models import Citation
from reviews import labels
from reviews.checking import Change
from reviews.checking.outcomes import CheckOutcome, Mismatch
from sources.fetching import FetchOutcome


def test_every_stored_word_has_a_name():
    stored = {
        *Change,
        *FetchOutcome,
        *ClaimKind,
        *ClaimWarning,
        *FindingKind,
        *Mismatch,
        *CheckOutcome,
        *Citation.Stance.values,
    }
    assert stored - labels.NAMES.keys() == set()


def test_a_name_is_written_as_people_write_it_and_belongs_to_one_stored_word():
    names = {word: labels.label_of(word) for word in labels.NAMES}
    assert [name for name in names.values() if "_" in name or name != name.strip() or not name] == []
    assert len(set(names.values())) == len(names)


def test_a_word_without_a_name_is_shown_in_its_own_letters():
    assert labels.label_of("colour_changed") == "colour changed"
