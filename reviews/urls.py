from django.urls import path

from reviews.views import article, claims, desk, panel, rechecks, rounds

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("articles/", article.article_list, name="articles"),
    path("articles/<int:pk>/", article.article, name="article"),
    path("claims/<int:pk>/", panel.claim, name="claim"),
    path("claims/<int:pk>/judge/", rounds.judge, name="judge"),
    path("claims/<int:pk>/round/", rounds.request_round, name="request_round"),
    path("claims/<int:pk>/recheck/", rechecks.recheck, name="recheck"),
    path("claims/<int:pk>/dismiss/", claims.dismiss, name="dismiss"),
    path("claims/<int:pk>/restore/", claims.restore, name="restore"),
    path("articles/<int:pk>/claims/", article.add_claim, name="add_claim"),
    path("claims/<int:pk>/reword/", claims.reword, name="reword"),
    path("claims/<int:pk>/merge/", claims.merge, name="merge"),
    path("marks/<int:pk>/dismiss/", article.dismiss_mark, name="dismiss_mark"),
    path("reviews/<int:pk>/sign-off/", rounds.sign_off, name="sign_off"),
    path("reviews/<int:pk>/return/", rounds.return_review, name="return_review"),
    path("findings/<int:pk>/decide/", claims.decide_finding, name="decide_finding"),
    path("rechecks/", rechecks.recheck_list, name="rechecks"),
    path("rechecks/all/", rechecks.recheck_all, name="recheck_all"),
]
