"""Findings, as programs read them."""

from django.db.models import QuerySet

from claims.api import Findings
from core.web.requests import user_of
from reviews import queries


class VisibleFindings(Findings):
    """Findings, newest first: changed sources, self-contradictions, doubtful numbers."""

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        return super().filter_queryset(queries.visible_findings(queryset, user_of(self.request)))
