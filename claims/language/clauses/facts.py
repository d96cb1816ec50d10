"""One clause to its facts: each subject, each value, each rank and each item of a list is one."""

from claims.language.clauses.clause import Clause
from claims.language.clauses.comparisons import compared
from claims.language.clauses.coordination import distributed
from claims.language.clauses.gapping import gapped
from claims.language.clauses.ranks import with_ranks


def facts_of(clause: Clause) -> list[Clause]:
    """Return one clause for each fact that a clause states; only the clause itself where it is one or cannot be parted."""
    parts = [distributed]
    if any(
        not isinstance(piece, str) and (piece.like_num or piece.tag_ == "JJS" or piece.ent_type_ == "DATE")
        for piece in clause.pieces
    ):
        # Most clauses give no figure and no date, and to ask each of them everything would cost a tenth of the parse.
        parts = [gapped, compared, with_ranks, distributed]
    facts = [clause]
    for part in parts:
        facts = [each for fact in facts for each in part(fact)]
    return facts
