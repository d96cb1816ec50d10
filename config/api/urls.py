"""Every address under /api/v1/."""

import re
from typing import Any

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularJSONAPIView, SpectacularSwaggerSplitView
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.routers import SimpleRouter
from rest_framework.views import APIView

from claims.api import CitedSources, Marks
from config.api import schema  # noqa: F401 - drf-spectacular finds what is imported
from config.api.tokens import TokenView
from core.api.parameters import ROW_NUMBER
from reviews.api.changes import VerdictChanges, VerdictStatus
from reviews.api.claim_work import WorkOnClaims
from reviews.api.downloads import ExportVerdicts, VerdictFeed
from reviews.api.export.formats import FORMATS
from reviews.api.findings import VisibleFindings
from reviews.api.ledger import Ledger, VerdictProof
from reviews.api.rounds import Reviews
from reviews.api.views import Articles, Rechecks, Verdicts
from reviews.api.webhooks import Webhooks
from sources.api import ReadSnapshots


class Nowhere(APIView):
    """Answers for every other address, so that a program gets JSON and a stranger learns nothing."""

    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        raise NotFound("There is nothing at this address. See /api/v1/docs/ for all addresses.")


router = SimpleRouter()
router.register("articles", Articles, basename="api-article")
router.register("claims", WorkOnClaims, basename="api-claim")
router.register("marks", Marks, basename="api-mark")
router.register("reviews", Reviews, basename="api-review")
router.register("verdicts", Verdicts, basename="api-verdict")
router.register("sources", CitedSources, basename="api-source")
router.register("snapshots", ReadSnapshots, basename="api-snapshot")
router.register("findings", VisibleFindings, basename="api-finding")
router.register("ledger", Ledger, basename="api-ledger")
router.register("webhooks", Webhooks, basename="api-webhook")
router.register("rechecks", Rechecks, basename="api-recheck")

urlpatterns = [
    # Their names have no slash at the end; one is taken all the same, since every other address has one.
    re_path(r"^verdicts/changes/?$", VerdictChanges.as_view(), name="api-verdict-changes"),
    re_path(r"^verdicts/status/?$", VerdictStatus.as_view(), name="api-verdict-status"),
    re_path(rf"^verdicts/(?P<id>{ROW_NUMBER})/proof/?$", VerdictProof.as_view(), name="api-verdict-proof"),
    path("", include(router.urls)),
    path("token/", TokenView.as_view(), name="api-token"),
    path("export/verdicts.atom", VerdictFeed.as_view(), name="api-feed"),
    re_path(
        rf"^export/verdicts\.(?P<kind>{'|'.join(map(re.escape, FORMATS))})$",
        ExportVerdicts.as_view(),
        name="api-export",
    ),
    path("schema/", SpectacularJSONAPIView.as_view(), name="api-schema"),
    path(
        "docs/",
        SpectacularSwaggerSplitView.as_view(url_name="api-schema", template_name="api/docs.html"),
        name="api-docs",
    ),
    re_path("", Nowhere.as_view()),
]
