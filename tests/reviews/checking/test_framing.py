"""How a text stands to what it says: closed lists of words that deny, correct, doubt or ask, and what they must leave alone."""

import pytest

from reviews.checking.framing import Standing, frame_of

WHOLE = "The tunnel cost the city 95 million euros and took 7 years to dig."
CUT = WHOLE[:-1]
SAID = f"t{CUT[1:]}"
TAKEN_BACK = (
    "Officials said it was untrue that {said}.",
    "It's not the case that {said}.",
    "It isn't true that {said}.",
    "The mayor has repeatedly denied that {said}.",
    "Denying that {said}, the mayor left the room.",
    "The auditor found no proof that {said}.",
    "Nobody has shown that {said}.",
    "Reports that {said} have been proven wrong.",
    "A report claiming that {said} was fabricated.",
    "The paper's claim that {said} was wrong.",
    "Suggestions that {said} are without foundation.",
    "An earlier report wrongly stated that {said}.",
    "Clarification: a previous version of this story stated that {said}.",
    "The story originally said that {said}. The figure has been corrected.",
    "We reported last week that {said}. That was wrong.",
    "{whole} The mayor has since denied this.",
    "{whole} But this turned out to be false.",
    "{whole} The council denies this claim.",
    "{whole} It later emerged that this was not true.",
    "{cut} - a figure the council disputes.",
    "{cut}, although the council denies it.",
    "{cut}, according to a report that has since been retracted.",
    "{cut} (this claim is false).",
    "Myth: {whole}",
    "False: {whole}",
    "FALSE CLAIM: {whole}",
    "It is a common misconception that {said}.",
    "The engineer withdrew his statement that {said}.",
    "Experts doubt that {said}.",
    "The court rejected the argument that {said}.",
    "It would be wrong to say that {said}.",
    "No one believes any longer that {said}.",
    "The city no longer claims that {said}.",
    "The ministry could not confirm that {said}.",
    "The allegation that {said} was thrown out by the court.",
    "Fact check: it is false that {said}.",
    "There is no truth to the rumour that {said}.",
    "Far from it being true that {said}, it was cheap.",
    "The mayor called the claim that {said} a lie.",
    "The mayor said the report that {said} was nonsense.",
    "{whole} Correction: the tunnel cost 59 million euros.",
    "{whole} Both figures were later withdrawn by the council.",
    "Kyiv dismissed as propaganda the assertion that {said}.",
    "Kyiv disputes that {said}.",
    "There was no confirmation that {said}.",
    "Videos purporting to show that {said} were taken in 2019 and prove nothing. The claim is false.",
    "The governor withdrew an earlier statement that {said}.",
    "{said}, a claim Kyiv rejects.",
    "{said}, Moscow wrongly claimed.",
    "{said}. Independent monitors found that this did not happen.",
    "{said}. Kyiv called this a lie.",
    "{said}. The ministry deleted the statement an hour later.",
    "It has not been proven that {said}.",
    "Neither side would say that {said}.",
    "Fake news that {said} spread quickly.",
    "An earlier edition of this report said {said}.",
    "Editor's note: we incorrectly wrote that {said}.",
    "The BBC has corrected its report that {said}.",
    "Moscow's claims that {said} have been widely discredited.",
    "Analysts say it is unlikely to be true that {said}.",
    "It was initially reported that {said}, but that turned out to be wrong.",
)

ASSERTED = (
    "Officials said it was true that {said}.",
    "The mayor has repeatedly said that {said}.",
    "The auditor found that {said}.",
    "Everybody knows that {said}.",
    "Reports that {said} have been proven right.",
    "A report showing that {said} was published.",
    "The paper's claim that {said} was right.",
    "An earlier report stated that {said}.",
    "The court accepted the argument that {said}.",
    "The mayor denied the charges and said that {said}.",
    "No one denies that {said}.",
    "It cannot be denied that {said}.",
    "The ministry confirmed that {said}.",
    "The ministry could confirm that {said}.",
    "{whole} This is a lot.",
    "{whole} The mayor has since repeated this.",
    "{whole} The council denied a request for more money.",
    "{whole} The mayor rejected calls to resign.",
    "{cut}, which the council regrets.",
    "{cut} - a figure the council published.",
    "Fact: {whole}",
    "Key figures. {whole}",
    "Rejecting the budget, the opposition noted that {said}.",
    "It is a well-known fact that {said}.",
    "The engineer repeated his statement that {said}.",
    "Not only critics say that {said}.",
    "Contrary to expectations, {said}.",
    "The mayor was not surprised that {said}.",
    "The auditors, who had rejected the first draft, reported that {said}.",
    "He wasn't wrong that {said}.",
    "There's no doubt that {said}.",
    "There is little doubt that {said}.",
    "Without question, {said}.",
    "Moscow said that {said}.",
    "Kyiv conceded that {said}.",
    "There was confirmation that {said}.",
    "The governor repeated an earlier statement that {said}.",
    "{said}, Moscow said, and Kyiv agreed.",
    "{said}, the largest number in a week.",
    "{said}. Independent monitors found traces.",
    "{said}. Kyiv called this progress.",
    "It has been proven that {said}.",
    "Both sides would say that {said}.",
    "The BBC has published its report that {said}.",
    "Witnesses saw how {said}.",
    "Update, 9 p.m.: {said}.",
    "The ministry, which had denied losses in May, said that {said}.",
    "{said}. The mayor denied that there was any damage.",
    "{said}. No one was hurt.",
    "{said}. It was the first raid in May.",
    "A spokesman did not say when, but {said}.",
)


def standing_in(template: str) -> Standing:
    """How the sentence, between two others, stands to the statement in it."""
    words = {"{said}": SAID, "{cut}": CUT, "{whole}": WHOLE}
    mark = next(mark for mark in words if mark in template)
    text = f"The council met in the old hall. {template.replace(mark, words[mark])} The next meeting is in June."
    start = text.index(words[mark])
    return frame_of(text, start, start + len(words[mark])).standing


@pytest.mark.parametrize("template", TAKEN_BACK)
def test_what_a_text_denies_or_corrects_it_does_not_assert(template):
    assert standing_in(template) in (Standing.DENIED, Standing.CORRECTED)


@pytest.mark.parametrize("template", ASSERTED)
def test_what_a_text_says_or_confirms_it_asserts(template):
    assert standing_in(template) is Standing.ASSERTED


@pytest.mark.parametrize(
    ("template", "standing"),
    [
        ("According to rumours, {said}.", Standing.RUMOURED),
        ("{cut}, Moscow claimed, but the claim could not be verified.", Standing.RUMOURED),
        ("{whole} These figures have not been independently verified.", Standing.RUMOURED),
        ("Unverified posts say that {said}.", Standing.RUMOURED),
        ("It is unclear whether {said}.", Standing.OPEN),
        ("Nobody can say if {said}.", Standing.OPEN),
        ("An earlier version of this page said that {said}.", Standing.CORRECTED),
        ("We wrongly reported that {said}.", Standing.CORRECTED),
        ("The mayor denied that {said}.", Standing.DENIED),
    ],
)
def test_the_ways_not_to_assert_are_told_apart(template, standing):
    assert standing_in(template) is standing


def test_the_words_that_deny_are_given_with_their_place():
    text = f"Nothing else was said. The mayor denied that {SAID}."
    start = text.index(SAID)
    frame = frame_of(text, start, start + len(SAID))
    assert (frame.words, text[frame.start : frame.end]) == ("denied that", "denied that ")


def test_a_denial_two_sentences_away_is_of_something_else():
    text = f"The mayor denied the charge. He was calm. {WHOLE} It was a fine day. That is not true."
    start = text.index(WHOLE)
    assert frame_of(text, start, start + len(WHOLE)).standing is Standing.ASSERTED


def test_a_span_may_be_the_whole_text():
    assert frame_of(WHOLE, 0, len(WHOLE)).standing is Standing.ASSERTED
