"""The form of an answer: the JSON schema that the model is shown, and that its answer is held against."""

import json
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator

from claims.language_model.failures import CUT_OFF, NO_ANSWER, OTHER_FORM, UNREADABLE, ModelFailed
from sources.fetching.posting import Reply

#: What a model is asked for. Nothing else may stand in it: a verdict or a score would not be the model's to give.
ANSWER_SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["claims"],
    "properties": {
        "claims": {
            "type": "array",
            "maxItems": 100,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["sentence", "quote", "text", "attributed_to"],
                "properties": {
                    "sentence": {"type": "integer", "minimum": 1},
                    "quote": {"type": "string", "minLength": 1, "maxLength": 1000},
                    "text": {"type": "string", "minLength": 1, "maxLength": 500},
                    "attributed_to": {"type": ["string", "null"], "maxLength": 200},
                },
            },
        }
    },
}
_REPLY_SCHEMA = {
    "type": "object",
    "required": ["choices"],
    "properties": {
        "choices": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["message"],
                "properties": {"message": {"type": "object", "properties": {"content": {"type": ["string", "null"]}}}},
            },
        }
    },
}
_ANSWER = Draft202012Validator(ANSWER_SCHEMA)
_REPLY = Draft202012Validator(_REPLY_SCHEMA)


@dataclass(frozen=True)
class Proposal:
    """A claim as the model words it: the number of its sentence, words quoted from it, a text, and who says it."""

    sentence: int
    quote: str
    text: str
    speaker: str | None


def proposals_in(reply: Reply) -> list[Proposal]:
    """Read the claims from the reply of a server. Raises ModelFailed."""
    if reply.media_type != "application/json":
        raise ModelFailed(UNREADABLE)
    document = _json(_decoded(reply.body))
    if not _REPLY.is_valid(document):
        raise ModelFailed(OTHER_FORM)
    choice = document["choices"][0]
    if choice.get("finish_reason") == "length":
        raise ModelFailed(CUT_OFF)
    content = choice["message"].get("content")
    if not content:
        raise ModelFailed(NO_ANSWER)
    answer = _json(_bare(content))
    if not _ANSWER.is_valid(answer):
        raise ModelFailed(OTHER_FORM)
    return [
        Proposal(int(claim["sentence"]), claim["quote"], claim["text"], claim["attributed_to"])
        for claim in answer["claims"]
    ]


def tokens_reported(reply: Reply) -> int:
    """Return the tokens that a server says the exchange took; 0 where it says nothing sensible."""
    try:
        tokens = _json(_decoded(reply.body))["usage"]["total_tokens"]
    except (ModelFailed, KeyError, TypeError):
        return 0
    return tokens if isinstance(tokens, int) and not isinstance(tokens, bool) and tokens > 0 else 0


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise ModelFailed(UNREADABLE) from None


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise ModelFailed(UNREADABLE) from None


def _bare(content: str) -> str:
    """The answer without the thoughts that some models begin with, and without the fence that others put around it."""
    bare = content.strip()
    if bare.startswith("<think>"):
        bare = bare.partition("</think>")[2].strip()
    if bare.startswith("```") and bare.endswith("```"):
        bare = bare.partition("\n")[2].removesuffix("```")
    return bare
