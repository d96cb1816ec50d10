"""Every address, in one place."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from config import health

urlpatterns = [
    path("", include("reviews.urls")),
    path("", include("claims.urls")),
    path("api/v1/", include("config.api.urls")),
    path("admin/", admin.site.urls),
    path("sign-in/", auth.LoginView.as_view(redirect_authenticated_user=True), name="sign_in"),
    path("sign-out/", auth.LogoutView.as_view(), name="sign_out"),
    path("healthz", login_not_required(health.healthz), name="healthz"),
    path("readyz", login_not_required(health.readyz), name="readyz"),
]
