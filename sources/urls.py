from django.urls import path

from sources import views

urlpatterns = [
    path("sources/", views.source_list, name="sources"),
    path("sources/new/", views.add_source, name="add_source"),
]
