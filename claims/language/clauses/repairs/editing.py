"""The few edits of a dependency tree that repairs are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def attach(token: Token, head: Token, label: str) -> None:
    """Hang a token on a head under a dependency label; on itself, it is the root."""
    token.head, token.dep_ = head, label


def hang(tokens: Iterable[Token], head: Token) -> None:
    """Hang tokens on a head, each under the label that it has."""
    for token in list(tokens):
        token.head = head


def retag(token: Token, tag: str, pos: str) -> None:
    """Give a token a fine and a coarse part of speech."""
    token.tag_, token.pos_ = tag, pos


def promote(token: Token, above: Token) -> None:
    """Put `token` in the place of `above`, which then hangs on it."""
    label, head = above.dep_, above.head
    token.head = token if head == above else head
    token.dep_ = label
    above.head = token
