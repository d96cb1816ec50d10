"""Questions to a language model: sent a few at a time, counted in tokens, all over by one deadline."""

from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from claims.language_model import failures
from claims.language_model.answer_schema import Proposal, proposals_in, tokens_reported
from claims.language_model.endpoint import Endpoint
from claims.language_model.failures import ModelFailed
from sources.fetching.posting import Reply, deadline_in, post_json
from sources.fetching.transport import Deadline, FetchFailed

#: A chunk's claims take a fourth of this; models that think first take the rest.
MOST_ANSWER_TOKENS = 4_000
MOST_REPLY_BYTES = 1_000_000
#: Questions in the air at once: what a paid service or one graphics card serves without queueing them for long.
AT_ONCE = 4
#: English has four characters to the token or more; other scripts and bare numbers fewer.
_CHARACTERS_PER_TOKEN = 2
# The parameters as most servers know them, and as newer models of OpenAI want them.
_DIALECTS = ({"max_tokens": MOST_ANSWER_TOKENS, "temperature": 0}, {"max_completion_tokens": MOST_ANSWER_TOKENS})
_UNKNOWN_PARAMETER = (400, 422)


@dataclass(frozen=True)
class CompletionRequest:
    """The messages of one request."""

    messages: list[dict[str, str]]

    @property
    def asked_tokens(self) -> int:
        """Give the tokens of the messages, counted high."""
        return sum(len(message["content"]) for message in self.messages) // _CHARACTERS_PER_TOKEN

    @property
    def most_tokens(self) -> int:
        """Give the most that the request and its answer may take."""
        return self.asked_tokens + MOST_ANSWER_TOKENS


@dataclass(frozen=True)
class CompletionOutcome:
    """What one request came to: claims or a failure, and the tokens it is counted with."""

    proposals: list[Proposal]
    tokens: int
    failure: ModelFailed | None = None


def request_completions(endpoint: Endpoint, requests: list[CompletionRequest]) -> list[CompletionOutcome]:
    """Ask every request and give their outcomes in order, by the endpoint's seconds at the latest.

    After the first failure no further request is sent: the answers would be of no use.
    """
    deadline = deadline_in(endpoint.seconds)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        asked = [pool.submit(_answered, endpoint, request, deadline) for request in requests]
        wait(asked, return_when=FIRST_EXCEPTION)
        for future in asked:
            future.cancel()
    return [_outcome(future, request) for future, request in zip(asked, requests, strict=True)]


def _outcome(future: Future[tuple[list[Proposal], int]], request: CompletionRequest) -> CompletionOutcome:
    if future.cancelled():
        return CompletionOutcome([], 0, ModelFailed(failures.CANCELLED, spends=False, is_consequence=True))
    failure = future.exception()
    if isinstance(failure, ModelFailed):
        return CompletionOutcome([], request.most_tokens if failure.spends else 0, failure)
    proposals, tokens = future.result()
    return CompletionOutcome(proposals, tokens)


def _answered(endpoint: Endpoint, request: CompletionRequest, deadline: Deadline) -> tuple[list[Proposal], int]:
    reply = _reply(endpoint, request, deadline)
    if reply.status != 200:
        raise failures.of_status(reply.status)
    # A server that reports nothing, or too little to be true, cannot lift the cap on what is spent.
    least = (request.asked_tokens + len(reply.body)) // 4
    return proposals_in(reply), max(tokens_reported(reply), least)


def _reply(endpoint: Endpoint, request: CompletionRequest, deadline: Deadline) -> Reply:
    for parameters in _DIALECTS:
        document = {"model": endpoint.model, "messages": request.messages, "stream": False, **parameters}
        try:
            reply = post_json(
                endpoint.address,
                document,
                deadline=deadline,
                most_bytes=MOST_REPLY_BYTES,
                secrets={"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else None,
            )
        except FetchFailed as failed:
            raise failures.of_reason(failed.reason, seconds=endpoint.seconds) from failed
        if reply.status not in _UNKNOWN_PARAMETER:
            break
    return reply
