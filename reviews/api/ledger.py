"""The hash chain as programs read it: every entry, and the proof of one verdict."""

from typing import Any

from django.shortcuts import get_object_or_404
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, viewsets
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.api.parameters import ROW_NUMBER
from core.web.filters import IdFilter
from reviews import proofs, queries
from reviews.api import deliveries
from reviews.api.serializers import LedgerRef
from reviews.models import LedgerEntry


class LedgerFilter(filters.FilterSet):
    after = IdFilter(field_name="seq", lookup_expr="gt", help_text="Only entries after the one with this number.")
    claim = IdFilter(field_name="verdict__claim_id")

    class Meta:
        model = LedgerEntry
        fields = ()


class LedgerRow(serializers.Serializer):
    """One entry of the hash chain. `hash` is the SHA-256 of `previous_hash` and of `seq` and `payload` as canonical JSON."""

    seq = serializers.IntegerField()
    verdict = serializers.IntegerField()
    hash = serializers.CharField()
    previous_hash = serializers.CharField(help_text="64 zeros for the first entry.")
    payload = serializers.JSONField(allow_null=True, help_text="Everything that the hash covers, beside `seq`.")
    withheld = serializers.CharField(help_text="Why `payload` is null; empty otherwise.")


class Proof(LedgerRow):
    """All that recomputes the hash of one verdict, and the last entry of the ledger now."""

    format = serializers.CharField()
    head: Any = LedgerRef(help_text="Write it down somewhere else, and compare later.")


class Ledger(viewsets.GenericViewSet):
    """The hash chain, oldest entry first."""

    lookup_value_regex = ROW_NUMBER
    serializer_class = LedgerRow
    filterset_class = LedgerFilter
    queryset = LedgerEntry.objects.all()
    ordering = "seq"

    def list(self, request: Request) -> Response:
        page: list[LedgerEntry] = self.paginate_queryset(self.filter_queryset(self.get_queryset())) or []
        deliveries.hand_out(request, [entry.verdict_id for entry in page])
        return self.get_paginated_response([proofs.entry_row(entry) for entry in page])

    @extend_schema(filters=False)
    def retrieve(self, request: Request, pk: str) -> Response:
        entry = get_object_or_404(LedgerEntry, pk=pk)
        deliveries.hand_out(request, [entry.verdict_id])
        return Response(proofs.entry_row(entry))


class VerdictProof(APIView):
    """The proof of one verdict."""

    @extend_schema(operation_id="verdicts_proof", responses=Proof)
    def get(self, request: Request, id: int) -> Response:
        """Everything that recomputes the hash of a verdict; `manage.py verify_proof` checks it without a database."""
        entry = get_object_or_404(LedgerEntry, verdict=id)
        deliveries.hand_out(request, [entry.verdict_id])
        return Response(proofs.proof_of(entry, queries.ledger_head() or entry))
