"""What the log says, and what never gets into it: texts of articles, tokens, and what stands in a query string."""

import re
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger

OWN = ("config", "reviews", "claims", "sources", "core")
#: Characters of one value, the longest of which are tracebacks.
LONGEST = 8_000
_HIDDEN = "[hidden]"
_SECRETS = (
    # A password within an address, as in postgres://user:password@host, and everything behind its question mark.
    (re.compile(r"(?<=://)[^/\s@]*@"), f"{_HIDDEN}@"),
    (re.compile(r"(?<=[\w/])\?[^\s\"'<>]+"), f"?{_HIDDEN}"),
    # Headers that let somebody in; keys of programs, secrets of webhooks, links that open without an account.
    (re.compile(r"(?i)\b(bearer|token|basic)(\s+)[\w.~+/=-]{8,}"), rf"\1\2{_HIDDEN}"),
    (re.compile(r"(?i)\b((?:set-)?cookie|authorization|x-api-key)(\W{1,4}).*"), rf"\1\2{_HIDDEN}"),
    (re.compile(r"\b(plb_|whsec_)[\w+/=-]+"), rf"\1{_HIDDEN}"),
    (re.compile(r"(?<=/v/shared/)[^/\s]+"), _HIDDEN),
    (
        re.compile(
            r"(?i)\b(password|secret|token|api_key|sessionid|csrftoken)(['\"]?\s*[=:]\s*)"
            r"(?:'[^']*'|\"[^\"]*\"|[^\s,;&)}]+)"
        ),
        rf"\1\2{_HIDDEN}",
    ),
    # PostgreSQL repeats in these lines the row that it refuses.
    (re.compile(r"(?m)^(DETAIL|CONTEXT|LINE \d+):.*$"), rf"\1: {_HIDDEN}"),
)
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|“[^”\n]*”")
#: A library that cannot take a value quotes it. From so many spaces on it is prose, and not a name or a path.
_PROSE = 6


def without_secrets(text: str) -> str:
    """Return a value of the log without what opens something and without what people wrote."""
    for pattern, instead in _SECRETS:
        text = pattern.sub(instead, text)
    text = _QUOTED.sub(lambda found: _HIDDEN if found[0].count(" ") >= _PROSE else found[0], text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"


def hide_secrets(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Hide secrets in every value of a line, as structlog calls its processors."""
    return {name: without_secrets(value) if isinstance(value, str) else value for name, value in event.items()}


def _plain(_logger: WrappedLogger, _method: str, event: EventDict) -> str:
    line = f"{event['timestamp']} {event['level'].upper()} {event['logger']}: {event['event']}"
    return f"{line}\n{event['exception']}" if "exception" in event else line


def logging_of(*, level: str, as_json: bool) -> dict[str, Any]:
    """Return LOGGING: one line for each event, of JSON or plain, the same for our own loggers and those of libraries."""
    renderer = structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else _plain
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": [
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,  # without the values of variables
            hide_secrets,
            renderer,
        ],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            **{name: {"level": "INFO"} for name in OWN},
            # It writes addresses with their query strings, by a handler of its own.
            "gunicorn.error": {"handlers": ["stderr"], "propagate": False},
        },
    }
