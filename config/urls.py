"""Every address, in one place."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from config import health, metrics

urlpatterns = [
    path("", include("reviews.urls")),
    path("", include("claims.urls")),
    path("", include("sources.urls")),
    path("api/v1/", include("config.api.urls")),
    path("admin/", admin.site.urls),
    path("", include("core.accounts.urls")),
    # Open to whoever is signed in, with or without a desk.
    path("sign-out/", login_not_required(auth.LogoutView.as_view()), name="sign_out"),
    path("healthz", login_not_required(health.healthz), name="healthz"),
    path("readyz", login_not_required(health.readyz), name="readyz"),
    path("metrics", login_not_required(metrics.metrics), name="metrics"),
]

handler500 = "core.web.unreachable.failed"
