"""An article split by a language model, sentence by sentence where its claims hold, and by the rules everywhere else."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from claims.language.findings import contradictions
from claims.language.results import ExtractedClaim, SplitArticle
from claims.language.splitting import in_reading_order
from claims.language.wording import invented_numerals
from claims.language_model.asking import Question
from claims.language_model.checks import Fault, Ground, borrows_more_than_a_name, fault_of
from claims.language_model.failures import LONG_ARTICLE, ModelFailed
from claims.language_model.form import Proposal
from claims.language_model.passages import Passage, Portion, passages_of, portions_of
from claims.language_model.prompt import messages_about
from claims.language_model.wording import Worded, claim_of, sentence_of, worded

#: Longer articles would neither be answered in time nor be worth the tokens.
LONGEST_ARTICLE = 40_000
#: More claims than this of one sentence repeat themselves.
MOST_CLAIMS_OF_A_SENTENCE = 12

Proposals = dict[Passage, list[Proposal]]
Span = tuple[int, int]


@dataclass(frozen=True)
class ModelSplit:
    """The article with the model's claims; of those it `offered` so many were `taken`, the others had these faults."""

    article: SplitArticle
    offered: int
    taken: int
    faults: dict[Fault, int]


def portions_to_ask_about(text: str) -> list[Portion]:
    """Return the portions of an article in order. Raises ModelFailed where it is too long."""
    if len(text) > LONGEST_ARTICLE:
        raise ModelFailed(LONG_ARTICLE, spends=False)
    return portions_of(passages_of(text))


def question_about(portion: Portion, *, title: str) -> Question:
    """Return the question that asks for the claims of a portion."""
    return Question(messages_about(portion, title=title))


def with_answers(
    text: str, by_rules: SplitArticle, portions: list[Portion], answers: list[list[Proposal]]
) -> ModelSplit:
    """Put a model's claims in the place of the rules' claims, sentence by sentence.

    `answers` hold the proposals for each of the portions. A sentence gets the model's claims only if all of them hold,
    none of its numbers is lost and no report loses its speaker. Otherwise it keeps those of the rules: nothing is
    thrown away, and no sentence is told twice. Marks stay as they are, since they don't depend on the splitter.
    """
    passages = tuple(passage for portion in portions for passage in portion.passages)
    ground = Ground(passages, by_rules.published_on)
    faults: Counter[Fault] = Counter()
    held: Proposals = {}
    for portion, proposals in zip(portions, answers, strict=True):
        known = {passage.number: passage for passage in portion.passages}
        faults[Fault.UNKNOWN_SENTENCE] += sum(proposal.sentence not in known for proposal in proposals)
        for passage, offered in _by_passage(known, proposals).items():
            found = _faults(offered, passage, ground, _claims_in(passage, by_rules.claims))
            faults.update(found)
            if not found:
                held[passage] = offered
    taken = _whole_sentences(worded((passage, one) for passage, kept in held.items() for one in kept), faults)
    claims = [claim_of(one, by_rules.published_on) for one in taken]
    told = {span for passage in {one.passage for one in taken} for span in _sentence_spans(passage)}
    rest = [claim for claim in by_rules.claims if not all(_lies_in_one(place, told) for place in claim.places)]
    together = in_reading_order([*claims, *_without_repeats(rest, claims)])
    article = replace(by_rules, claims=together, findings=contradictions(together, text, by_rules.published_on))
    return ModelSplit(article, sum(map(len, answers)), len(taken), dict(+faults))


def _by_passage(known: dict[int, Passage], proposals: list[Proposal]) -> Proposals:
    """Return the proposals of each passage, without the ones that only repeat another."""
    found: dict[Passage, dict[str, Proposal]] = defaultdict(dict)
    for proposal in proposals:
        if proposal.sentence in known:
            found[known[proposal.sentence]].setdefault(sentence_of(proposal.text).casefold(), proposal)
    return {passage: list(distinct.values()) for passage, distinct in found.items()}


def _whole_sentences(read: list[Worded], faults: Counter[Fault]) -> list[Worded]:
    """Return those of the proposals whose sentence has none that says what happens elsewhere."""
    strays = [one for one in read if borrows_more_than_a_name(one)]
    faults[Fault.OTHER_WORDS] += len(strays)
    spoiled = {one.passage for one in strays}
    return [one for one in read if one.passage not in spoiled]


def _without_repeats(rest: list[ExtractedClaim], claims: list[ExtractedClaim]) -> list[ExtractedClaim]:
    """Return one text on one span is one claim, whoever is read as its speaker."""
    said = {(claim.start, claim.end, claim.text) for claim in claims}
    return [claim for claim in rest if (claim.start, claim.end, claim.text) not in said]


def _faults(
    offered: list[Proposal], passage: Passage, ground: Ground, by_rules: list[ExtractedClaim]
) -> Counter[Fault]:
    faults = Counter(fault for proposal in offered if (fault := fault_of(proposal, passage, ground)) is not None)
    if len(offered) > MOST_CLAIMS_OF_A_SENTENCE:
        faults[Fault.TOO_MANY] += len(offered)
    if not faults and _loses_a_number(offered, passage, by_rules):
        faults[Fault.NUMBER_LOST] += len(offered)
    if not faults:
        faults[Fault.SPEAKER_LOST] += sum(_loses_its_speaker(one, passage, by_rules) for one in offered)
    return +faults


def _loses_a_number(offered: list[Proposal], passage: Passage, by_rules: list[ExtractedClaim]) -> bool:
    """True where a number that the sentence prints is in the rules' claims and in none of the model's."""
    by_rules_said = " ".join(claim.text for claim in by_rules)
    lost = set(invented_numerals(by_rules_said, article=" ".join(proposal.text for proposal in offered)))
    return not lost <= set(invented_numerals(by_rules_said, article=passage.text))


def _loses_its_speaker(proposal: Proposal, passage: Passage, by_rules: list[ExtractedClaim]) -> bool:
    """True where the rules read words as somebody's and the model gives them out as the article's own."""
    if proposal.speaker:
        return False
    start, end = quoted_span(proposal, passage)
    speakers = {claim.attributed_to for claim in by_rules if start < claim.end and claim.start < end}
    return any(speaker and not _is_named_in(proposal.text, speaker) for speaker in speakers)


def _is_named_in(text: str, speaker: str) -> bool:
    names = [word for word in speaker.split() if word[0].isupper()] or speaker.split()[-1:]
    return any(name in text for name in names)


def quoted_span(proposal: Proposal, passage: Passage) -> Span:
    """Return the span of the article that a proposal quotes, at the first place that prints it."""
    quote = proposal.quote.strip()
    start = passage.text.index(quote)
    return passage.places[0].clean.span(start, start + len(quote))


def _claims_in(passage: Passage, claims: list[ExtractedClaim]) -> list[ExtractedClaim]:
    spans = _sentence_spans(passage)
    return [claim for claim in claims if any(_lies_in_one(place, spans) for place in claim.places)]


def _sentence_spans(passage: Passage) -> set[Span]:
    return {(sentence.start, sentence.end) for sentence in passage.places}


def _lies_in_one(place: Span, spans: set[Span]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in spans)
