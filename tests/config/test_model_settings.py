"""The language model's settings are read strictly, and never show the key."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from claims.language_model.endpoint import Endpoint
from config import env
from config.model_settings import language_model

NAMES = ("URL", "MODEL", "KEY", "TIMEOUT", "COST_CAP")


@pytest.fixture
def given(monkeypatch):
    """Reads the settings from these values alone."""

    def read(**values: str) -> Endpoint | None:
        for name in NAMES:
            monkeypatch.delenv(f"PLUMBLINE_LLM_{name}", raising=False)
        for name, value in values.items():
            monkeypatch.setenv(f"PLUMBLINE_LLM_{name}", value)
        return language_model()

    return read


def test_without_an_address_there_is_no_model(given):
    assert (given(), given(URL="", MODEL="qwen3:8b", KEY="k")) == (None, None)


def test_an_address_and_a_model_are_enough(given):
    assert given(URL="https://llm.example.org/v1", MODEL="qwen3:8b") == Endpoint(
        base="https://llm.example.org/v1", model="qwen3:8b", seconds=45, tokens_per_day=1_000_000, key=""
    )


def test_everything_may_be_set(given):
    endpoint = given(URL="https://llm.example.org/v1", MODEL="org/large", KEY="sk-1", TIMEOUT="60", COST_CAP="5000")
    assert endpoint == Endpoint("https://llm.example.org/v1", "org/large", 60, 5000, "sk-1")
    assert (endpoint.version, "sk-1" in repr(endpoint)) == ("model:org/large/1", False)


@pytest.mark.parametrize("tail", ["", "/", "/chat/completions", "/chat/completions/"])
def test_the_address_may_end_where_its_documentation_says(given, tail):
    endpoint = given(URL=f"https://llm.example.org/v1{tail}", MODEL="m")
    assert endpoint.address == "https://llm.example.org/v1/chat/completions"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:11434/v1",
        "http://[::1]:8000/v1",
        "http://10.1.2.3/v1",
        "http://localhost:1234/v1",
        "http://llm:8000/v1",
        "http://gpu.corp.internal/v1",
    ],
)
def test_within_ones_own_network_plain_http_is_enough(given, url):
    assert given(URL=url, MODEL="m").base == url


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"URL": "https://llm.example.org/v1"}, "PLUMBLINE_LLM_MODEL is not set: "),
        ({"URL": "llm.example.org/v1"}, "PLUMBLINE_LLM_URL is not a valid address: "),
        ({"URL": "file:///etc/passwd"}, "PLUMBLINE_LLM_URL is not a valid address: "),
        ({"URL": "https://"}, "PLUMBLINE_LLM_URL is not a valid address: "),
        ({"URL": "https://llm.example.org:99999/v1"}, "PLUMBLINE_LLM_URL is not a valid address: "),
        ({"URL": "https://me:pw@llm.example.org/v1"}, "PLUMBLINE_LLM_URL is not a valid address: "),
        ({"URL": "https://llm.example.org/v1?key=1"}, "PLUMBLINE_LLM_URL is not a valid address: "),
        ({"URL": "https://llm.example.org/v1\r\nX: y"}, "PLUMBLINE_LLM_URL is not a valid address: "),
        ({"URL": "http://llm.example.org/v1"}, "PLUMBLINE_LLM_URL sends the articles and the key unencrypted "),
        ({"URL": "http://8.8.8.8/v1"}, "PLUMBLINE_LLM_URL sends the articles and the key unencrypted "),
        ({"MODEL": "two words"}, "PLUMBLINE_LLM_MODEL='two words': "),
        ({"MODEL": "m" * 101}, "PLUMBLINE_LLM_MODEL='mmm"),
        (
            {"KEY": "sk-1\r\nX-Other: y"},
            "PLUMBLINE_LLM_KEY contains a space or another character that is not allowed in a key. ",
        ),
        ({"TIMEOUT": "0"}, "PLUMBLINE_LLM_TIMEOUT='0': use a whole number from 1 to 60. "),
        ({"TIMEOUT": "61"}, "PLUMBLINE_LLM_TIMEOUT='61': use a whole number from 1 to 60. "),
        ({"COST_CAP": "0"}, "PLUMBLINE_LLM_COST_CAP='0': use a whole number from 1 to "),
        ({"COST_CAP": "$5"}, "PLUMBLINE_LLM_COST_CAP='$5': use a whole number from 1 to "),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused(given, values, refusal):
    defaults = {} if "URL" in values else {"URL": "https://llm.example.org/v1", "MODEL": "m"}
    with pytest.raises(ImproperlyConfigured) as refused:
        given(**{**defaults, **({"MODEL": "m"} if "URL" in values and "MODEL" not in refusal else {}), **values})
    assert str(refused.value).startswith(refusal)
    assert str(refused.value).endswith(env.HINT)


@pytest.mark.parametrize("key", ["sk-1 secret", "sk-1\nsecret"])
def test_a_refused_key_or_password_is_not_repeated(given, key):
    with pytest.raises(ImproperlyConfigured) as refused:
        given(URL="https://llm.example.org/v1", MODEL="m", KEY=key)
    assert "secret" not in str(refused.value)
    with pytest.raises(ImproperlyConfigured) as refused:
        given(URL="https://me:secret@llm.example.org/v1", MODEL="m")
    assert "secret" not in str(refused.value)
