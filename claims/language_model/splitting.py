"""An article split by a language model, sentence by sentence where its claims hold, and by the rules everywhere else."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from claims.language.findings import contradictions
from claims.language.results import ExtractedClaim, SplitArticle
from claims.language.splitting import in_reading_order
from claims.language.wording import invented_numerals
from claims.language_model.answer_schema import Proposal
from claims.language_model.checks import Grounding, RejectionReason, borrows_more_than_a_name, rejection_of
from claims.language_model.chunking import Chunk, NumberedSentence, chunks_of, numbered_sentences
from claims.language_model.completions import CompletionRequest
from claims.language_model.failures import LONG_ARTICLE, ModelFailed
from claims.language_model.prompt import messages_about
from claims.language_model.proposal_claims import ParsedProposal, claim_of, parse_proposals, sentence_of

#: Longer articles would neither be answered in time nor be worth the tokens.
LONGEST_ARTICLE = 40_000
#: More claims than this of one sentence repeat themselves.
MOST_CLAIMS_OF_A_SENTENCE = 12

Proposals = dict[NumberedSentence, list[Proposal]]
Span = tuple[int, int]


@dataclass(frozen=True)
class ModelSplit:
    """The article with the model's claims; of those it `offered` so many were `taken`, the others were not, for these reasons."""

    article: SplitArticle
    offered: int
    taken: int
    rejections: dict[RejectionReason, int]


def chunks_to_ask_about(text: str) -> list[Chunk]:
    """Return the chunks of an article in order. Raises ModelFailed where it is too long."""
    if len(text) > LONGEST_ARTICLE:
        raise ModelFailed(LONG_ARTICLE, spends=False)
    return chunks_of(numbered_sentences(text))


def request_about(chunk: Chunk, *, title: str) -> CompletionRequest:
    """Return the request that asks for the claims of a chunk."""
    return CompletionRequest(messages_about(chunk, title=title))


def with_answers(text: str, by_rules: SplitArticle, chunks: list[Chunk], answers: list[list[Proposal]]) -> ModelSplit:
    """Put a model's claims in the place of the rules' claims, sentence by sentence.

    `answers` hold the proposals for each of the chunks. A sentence gets the model's claims only if all of them hold,
    none of its numbers is lost and no report loses its speaker. Otherwise it keeps those of the rules: nothing is
    thrown away, and no sentence is told twice. Marks stay as they are, since they don't depend on the splitter.
    """
    sentences = tuple(sentence for chunk in chunks for sentence in chunk.sentences)
    grounding = Grounding(sentences, by_rules.published_on)
    rejections: Counter[RejectionReason] = Counter()
    held: Proposals = {}
    for chunk, proposals in zip(chunks, answers, strict=True):
        known = {sentence.number: sentence for sentence in chunk.sentences}
        rejections[RejectionReason.UNKNOWN_SENTENCE] += sum(proposal.sentence not in known for proposal in proposals)
        for sentence, offered in _by_sentence(known, proposals).items():
            found = _rejections(offered, sentence, grounding, _claims_in(sentence, by_rules.claims))
            rejections.update(found)
            if not found:
                held[sentence] = offered
    taken = _whole_sentences(
        parse_proposals((sentence, one) for sentence, kept in held.items() for one in kept), rejections
    )
    claims = [claim_of(one, by_rules.published_on) for one in taken]
    told = {span for sentence in {one.sentence for one in taken} for span in _sentence_spans(sentence)}
    rest = [claim for claim in by_rules.claims if not all(_lies_in_one(place, told) for place in claim.places)]
    together = in_reading_order([*claims, *_without_repeats(rest, claims)])
    article = replace(by_rules, claims=together, findings=contradictions(together, text, by_rules.published_on))
    return ModelSplit(article, sum(map(len, answers)), len(taken), dict(+rejections))


def _by_sentence(known: dict[int, NumberedSentence], proposals: list[Proposal]) -> Proposals:
    """Return the proposals of each sentence, without the ones that only repeat another."""
    found: dict[NumberedSentence, dict[str, Proposal]] = defaultdict(dict)
    for proposal in proposals:
        if proposal.sentence in known:
            found[known[proposal.sentence]].setdefault(sentence_of(proposal.text).casefold(), proposal)
    return {sentence: list(distinct.values()) for sentence, distinct in found.items()}


def _whole_sentences(read: list[ParsedProposal], rejections: Counter[RejectionReason]) -> list[ParsedProposal]:
    """Return those of the proposals whose sentence has none that says what happens elsewhere."""
    strays = [one for one in read if borrows_more_than_a_name(one)]
    rejections[RejectionReason.OTHER_WORDS] += len(strays)
    spoiled = {one.sentence for one in strays}
    return [one for one in read if one.sentence not in spoiled]


def _without_repeats(rest: list[ExtractedClaim], claims: list[ExtractedClaim]) -> list[ExtractedClaim]:
    """Drop the rules' claims whose text a model's claim has on the same span, whoever is read as its speaker."""
    said = {(claim.start, claim.end, claim.text) for claim in claims}
    return [claim for claim in rest if (claim.start, claim.end, claim.text) not in said]


def _rejections(
    offered: list[Proposal], sentence: NumberedSentence, grounding: Grounding, by_rules: list[ExtractedClaim]
) -> Counter[RejectionReason]:
    rejections = Counter(
        rejection for proposal in offered if (rejection := rejection_of(proposal, sentence, grounding)) is not None
    )
    if len(offered) > MOST_CLAIMS_OF_A_SENTENCE:
        rejections[RejectionReason.TOO_MANY] += len(offered)
    if not rejections and _loses_a_number(offered, sentence, by_rules):
        rejections[RejectionReason.NUMBER_LOST] += len(offered)
    if not rejections:
        rejections[RejectionReason.SPEAKER_LOST] += sum(_loses_its_speaker(one, sentence, by_rules) for one in offered)
    return +rejections


def _loses_a_number(offered: list[Proposal], sentence: NumberedSentence, by_rules: list[ExtractedClaim]) -> bool:
    """True where a number that the sentence prints is in the rules' claims and in none of the model's."""
    by_rules_said = " ".join(claim.text for claim in by_rules)
    lost = set(invented_numerals(by_rules_said, article=" ".join(proposal.text for proposal in offered)))
    return not lost <= set(invented_numerals(by_rules_said, article=sentence.text))


def _loses_its_speaker(proposal: Proposal, sentence: NumberedSentence, by_rules: list[ExtractedClaim]) -> bool:
    """True where the rules read words as somebody's and the model gives them out as the article's own."""
    if proposal.speaker:
        return False
    start, end = quoted_span(proposal, sentence)
    speakers = {claim.attributed_to for claim in by_rules if start < claim.end and claim.start < end}
    return any(speaker and not _is_named_in(proposal.text, speaker) for speaker in speakers)


def _is_named_in(text: str, speaker: str) -> bool:
    names = [word for word in speaker.split() if word[0].isupper()] or speaker.split()[-1:]
    return any(name in text for name in names)


def quoted_span(proposal: Proposal, sentence: NumberedSentence) -> Span:
    """Return the span of the article that a proposal quotes, at the first place that prints it."""
    quote = proposal.quote.strip()
    start = sentence.text.index(quote)
    return sentence.places[0].clean.span(start, start + len(quote))


def _claims_in(sentence: NumberedSentence, claims: list[ExtractedClaim]) -> list[ExtractedClaim]:
    spans = _sentence_spans(sentence)
    return [claim for claim in claims if any(_lies_in_one(place, spans) for place in claim.places)]


def _sentence_spans(sentence: NumberedSentence) -> set[Span]:
    return {(printed.start, printed.end) for printed in sentence.places}


def _lies_in_one(place: Span, spans: set[Span]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in spans)
