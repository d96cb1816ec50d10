"""How people share the desk, what they are told, who fetched which verdicts; a round knows how many judge it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

#: A closed round keeps what it was: nobody judges in it any more.
COPY = """
UPDATE reviews_review SET readers = article.readers
FROM claims_claim claim JOIN claims_article article ON article.id = claim.article_id
WHERE claim.id = reviews_review.claim_id AND article.readers > 1 AND status IN ('QUEUED', 'IN_REVIEW')
"""


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0003_by_hand"),
        ("reviews", "0004_missing_rounds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="review",
            name="readers",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="judgements asked for"),
        ),
        migrations.RunSQL(COPY, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "claim",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="claims.claim",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "priority",
                    models.PositiveSmallIntegerField(choices=[(0, "normal"), (1, "high"), (2, "urgent")], default=0),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField()),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["assignee", "-claim"], name="reviews_assignment_assignee"),
                    models.Index(
                        condition=models.Q(("due_on__isnull", False)), fields=["due_on"], name="reviews_assignment_due"
                    ),
                    models.Index(
                        condition=models.Q(("priority__gt", 0)),
                        fields=["-priority", "-claim"],
                        name="reviews_assignment_priority",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="claims.claim"
                    ),
                ),
                ("mentions", models.ManyToManyField(blank=True, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "indexes": [models.Index(fields=["claim", "id"], name="reviews_comment_of_claim")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="reviews_comment_says_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_verdict", models.PositiveBigIntegerField()),
                ("last_verdict", models.PositiveBigIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "consumer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "deliveries",
                "indexes": [models.Index(fields=["last_verdict", "first_verdict"], name="reviews_delivery_of_verdict")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("consumer", "first_verdict", "last_verdict"), name="reviews_delivery_once_per_range"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first_verdict__lte", models.F("last_verdict"))),
                        name="reviews_delivery_range_is_not_empty",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("endangered", "A source of a verdict changed"),
                            ("adjudication", "Two judgements differ"),
                            ("returned", "A judgement was sent back"),
                            ("assigned", "A claim was given to you"),
                            ("mentioned", "A comment names you"),
                        ],
                        max_length=12,
                    ),
                ),
                ("key", models.CharField(max_length=80)),
                ("text", models.TextField()),
                ("shown", models.BooleanField(default=True)),
                ("mailed_at", models.DateTimeField(blank=True, null=True)),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("at", models.DateTimeField()),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["recipient", "-id"], name="reviews_notice_inbox"),
                    models.Index(
                        condition=models.Q(("mailed_at", None)), fields=["recipient"], name="reviews_notice_unmailed"
                    ),
                    models.Index(
                        condition=models.Q(("read_at", None), ("shown", True)),
                        fields=["recipient"],
                        name="reviews_notice_unread",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("recipient", "kind", "key"), name="reviews_notice_once_per_occasion"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeChoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("endangered", "A source of a verdict changed"),
                            ("adjudication", "Two judgements differ"),
                            ("returned", "A judgement was sent back"),
                            ("assigned", "A claim was given to you"),
                            ("mentioned", "A comment names you"),
                        ],
                        max_length=12,
                    ),
                ),
                ("in_app", models.BooleanField(default=True)),
                ("by_mail", models.BooleanField(default=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("person", "kind"), name="reviews_noticechoice_once_per_kind")
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("query", models.CharField(max_length=500)),
                ("created_at", models.DateTimeField()),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "name"), name="reviews_savedview_once_per_name")
                ],
            },
        ),
    ]
