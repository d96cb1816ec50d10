"""A small server that speaks the OpenAI protocol on loopback, well or badly, and keeps what it was asked."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from claims.language_model.endpoint import Endpoint
from tests.waiting import LONGEST

KEY = "sk-only-for-the-server"
Behaviour = Callable[["Exchange"], None]


@dataclass(frozen=True)
class Exchange:
    """One request as it came in, and the handler that answers it."""

    handler: BaseHTTPRequestHandler
    path: str
    headers: dict[str, str]
    document: dict

    @property
    def article(self) -> dict:
        """The title, context and sentences that the question holds between its boundaries."""
        boundary, *lines = self.document["messages"][1]["content"].split("\n")
        assert lines[-1] == boundary
        return json.loads("\n".join(lines[:-1]))

    def send(self, body: bytes, *, status: int = 200, kind: str = "application/json", **headers: str) -> None:
        self.handler.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(body)), **headers}
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()
        self.handler.wfile.write(body)


@dataclass
class FakeModel:
    """The server for one test: how it behaves, and every exchange so far."""

    port: int
    behave: Behaviour
    exchanges: list[Exchange] = field(default_factory=list)

    def endpoint(self, **changes: object) -> Endpoint:
        given = {"model": "small-model", "seconds": LONGEST, "tokens_per_day": 1_000_000, "key": KEY, **changes}
        return Endpoint(base=f"http://127.0.0.1:{self.port}/v1", **given)


@contextmanager
def answering(behave: Behaviour) -> Iterator[FakeModel]:
    """A server that behaves like this for the time of a test."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            document = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            exchange = Exchange(self, self.path, dict(self.headers), document)
            model.exchanges.append(exchange)
            try:
                model.behave(exchange)
            except OSError:
                self.close_connection = True

        do_GET = do_POST

        def log_message(self, *_args: object) -> None:
            """Says nothing: the tests' output is for the tests."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

    with Server(("127.0.0.1", 0), Handler) as server:
        model = FakeModel(server.server_address[1], behave)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield model
        server.shutdown()


def completion(content: str | None, *, tokens: object = 900, finish_reason: str = "stop") -> bytes:
    """The body of a reply that says this."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish_reason}
    return json.dumps({"object": "chat.completion", "choices": [choice], "usage": {"total_tokens": tokens}}).encode()


def claiming(*claims: dict, fence: str = "{}", **reply: object) -> Behaviour:
    """Answers with those of the claims whose quote stands in one of the sentences that are asked about.

    A claim gives `quote` and `text`, and may give everything else, right or wrong. `fence` is what stands around the
    JSON of the answer.
    """

    def behave(exchange: Exchange) -> None:
        found = [
            {"sentence": entry["number"], "attributed_to": None, **claim}
            for entry in exchange.article["sentences"]
            for claim in claims
            if claim["quote"] in entry["text"] or claim.get("sentence") == entry["number"]
        ]
        exchange.send(completion(fence.replace("{}", json.dumps({"claims": found})), **reply))

    return behave


def saying(content: str | None, **reply: object) -> Behaviour:
    """Answers every question with the same words."""
    return lambda exchange: exchange.send(completion(content, **reply))


def sending(body: bytes, **how: object) -> Behaviour:
    """Answers every question with these bytes."""
    return lambda exchange: exchange.send(body, **how)


def silence(exchange: Exchange) -> None:
    """Take the question and say nothing, until whoever asked hangs up."""
    exchange.handler.connection.settimeout(LONGEST)
    exchange.handler.connection.recv(1)


def endless_blanks(exchange: Exchange) -> None:
    """Announce an answer and send a blank every few moments, until whoever asked hangs up."""
    exchange.handler.send_response(200)
    exchange.handler.send_header("Content-Type", "application/json")
    exchange.handler.send_header("Content-Length", "100000")
    exchange.handler.end_headers()
    while True:
        exchange.handler.wfile.write(b" ")
        time.sleep(0.02)


def dripping(body: bytes, *, seconds: float) -> Behaviour:
    """Sends the body byte by byte, so that no single read takes long."""

    def behave(exchange: Exchange) -> None:
        exchange.handler.send_response(200)
        exchange.handler.send_header("Content-Type", "application/json")
        exchange.handler.send_header("Content-Length", str(len(body)))
        exchange.handler.end_headers()
        for byte in body:
            exchange.handler.wfile.write(bytes([byte]))
            time.sleep(seconds / len(body))

    return behave


def breaking_off(body: bytes) -> Behaviour:
    """Announces more than it sends, and hangs up."""

    def behave(exchange: Exchange) -> None:
        exchange.handler.send_response(200)
        exchange.handler.send_header("Content-Type", "application/json")
        exchange.handler.send_header("Content-Length", str(len(body) + 100))
        exchange.handler.end_headers()
        exchange.handler.wfile.write(body)
        exchange.handler.close_connection = True

    return behave
