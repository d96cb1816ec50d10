"""What a request may bring that decides or changes something about a claim."""

from rest_framework import serializers

from claims.models import Citation
from core.api.bodies import Body, Number, RowId, Words
from reviews.models import Assignment
from reviews.ratings import Rating


class NewCitation(Body):
    """Exact words of a source, for or against a claim."""

    snapshot = RowId(required=False, help_text="The version that is cited. Give this or `source`.")
    source = RowId(  # type: ignore[assignment] # the field's name in the API
        required=False, help_text="A source, whose newest captured version is cited."
    )
    quote = Words(
        max_length=20_000,
        trim_whitespace=False,
        help_text="The words exactly as they stand in the text of the version.",
    )
    stance = serializers.ChoiceField(choices=Citation.Stance.choices)
    start = Number(
        required=False,
        allow_null=True,
        default=None,
        help_text="Where the words begin, for words that stand there more than once: characters of the text, a CR LF "
        "counted as one.",
    )

    def validate(self, attrs: dict) -> dict:
        if ("snapshot" in attrs) == ("source" in attrs):
            raise serializers.ValidationError("Give either `snapshot` or `source`.")
        return attrs


class NewJudgement(Body):
    """A rating with its reason and the citations it rests on."""

    rating = serializers.ChoiceField(choices=Rating.choices)
    rationale = Words(max_length=5000, help_text="One or two sentences, published with the verdict.")
    citations = serializers.ListField(
        child=RowId(), max_length=100, help_text="IDs from `citations/` of this claim; at least one."
    )
    round = Number(
        required=False,
        allow_null=True,
        default=None,
        help_text="The review that you looked at; the judgement is refused if another one is open by now.",
    )
    confirmed = Words(
        required=False,
        allow_null=True,
        default=None,
        allow_blank=True,
        max_length=20_000,
        help_text="For a program that shows people the `disagreement` first: the sentence that they confirmed. An empty "
        "one is refused where there is something to confirm.",
    )


class Note(Body):
    note = Words(max_length=5000)


class Nothing(Body):
    """No field: the address says all."""


class NewComment(Body):
    text = Words(max_length=5000, help_text="`@name` tells somebody of it.")


class NewAssignment(Body):
    """What an assignment is to become; a field that is left out stays as it is."""

    assignee = Words(required=False, allow_null=True, max_length=150, help_text="A user name; null for nobody.")
    due_on = serializers.DateField(required=False, allow_null=True)
    priority = Number(required=False, max_value=max(Assignment.Priority.values))


class NewWording(Body):
    text = Words(max_length=5000)


class SplitParts(Body):
    texts = serializers.ListField(child=Words(max_length=5000), min_length=2, max_length=50)


class Merged(Body):
    claims = serializers.ListField(
        child=RowId(), min_length=1, max_length=50, help_text="The other claims of the same article."
    )
    text = Words(max_length=10_000, help_text="The claim that takes their place.")


class ResolvedReference(Body):
    """Which name of the article some words of the claim stand for."""

    words = Words(max_length=300, help_text="Words of the claim, such as “it” or “the company”.")
    means = Words(max_length=300, help_text="The name, as the article prints it.")


class NewClaim(Body):
    """A claim that stands on words of the article."""

    quote = Words(max_length=20_000, trim_whitespace=False, help_text="Words exactly as they stand in the article.")
    start = Number(
        required=False, allow_null=True, default=None, help_text="Where they begin, if they stand there twice."
    )
    text = Words(
        required=False, default="", allow_blank=True, max_length=2000, help_text="The claim, if worded otherwise."
    )
