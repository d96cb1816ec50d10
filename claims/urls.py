from django.urls import path

from claims import views

urlpatterns = [
    path("articles/new/", views.submit_article, name="submit_article"),
    path("sources/", views.source_list, name="sources"),
    path("sources/new/", views.add_source, name="add_source"),
    path("snapshots/<int:pk>/", views.snapshot, name="snapshot"),
    path("claims/<int:pk>/evidence/", views.evidence, name="evidence"),
]
