"""Rows with what a query put beside their columns. Types know a model's own columns only, and so these are anything."""

from typing import Any, TypeAlias

AnnotatedClaim: TypeAlias = Any
AnnotatedPerson: TypeAlias = Any
AnnotatedRecheck: TypeAlias = Any
AnnotatedReview: TypeAlias = Any
AnnotatedSchedule: TypeAlias = Any
AnnotatedVerdict: TypeAlias = Any
