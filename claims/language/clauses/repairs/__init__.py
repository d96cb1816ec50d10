"""Corrections of what the parser is known to get wrong, made on the tree before anyone reads it."""

from claims.language.clauses.repairs.repairing import repair_tree

__all__ = ["repair_tree"]
