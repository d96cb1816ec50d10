from django.urls import path

from claims import views

urlpatterns = [
    path("articles/new/", views.submit_article, name="submit_article"),
]
