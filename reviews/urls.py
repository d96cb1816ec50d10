from django.urls import path

from reviews import views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("articles/", views.article_list, name="articles"),
    path("articles/<int:pk>/", views.article, name="article"),
    path("claims/<int:pk>/", views.claim, name="claim"),
    path("claims/<int:pk>/judge/", views.judge, name="judge"),
    path("claims/<int:pk>/round/", views.request_round, name="request_round"),
    path("claims/<int:pk>/recheck/", views.recheck, name="recheck"),
    path("claims/<int:pk>/dismiss/", views.dismiss, name="dismiss"),
    path("claims/<int:pk>/restore/", views.restore, name="restore"),
    path("articles/<int:pk>/claims/", views.add_claim, name="add_claim"),
    path("claims/<int:pk>/reword/", views.reword, name="reword"),
    path("claims/<int:pk>/merge/", views.merge, name="merge"),
    path("marks/<int:pk>/dismiss/", views.dismiss_mark, name="dismiss_mark"),
    path("reviews/<int:pk>/sign-off/", views.sign_off, name="sign_off"),
    path("reviews/<int:pk>/return/", views.return_review, name="return_review"),
    path("findings/<int:pk>/decide/", views.decide_finding, name="decide_finding"),
    path("rechecks/", views.recheck_list, name="rechecks"),
    path("rechecks/all/", views.recheck_all, name="recheck_all"),
]
