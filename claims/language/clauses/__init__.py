"""One parsed sentence to its clauses: each a subject with one predicate, as pieces in reading order."""

from claims.language.clauses.clause import Clause, Piece
from claims.language.clauses.walking import clauses_of

__all__ = ["Clause", "Piece", "clauses_of"]
