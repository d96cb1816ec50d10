"""One parsed sentence to its clauses: each a subject with one predicate, as pieces in reading order."""

from claims.language.clauses.clause import Clause, ClauseForm, Piece
from claims.language.clauses.extraction import clauses_of

__all__ = ["Clause", "ClauseForm", "Piece", "clauses_of"]
