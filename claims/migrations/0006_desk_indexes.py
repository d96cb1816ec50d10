"""Indexes for what the desk is narrowed to and sorted by."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0005_split_notice"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("check_worthy", True), ("dismissed_at", None), ("withdrawn_at", None)),
                fields=["-score", "-id"],
                name="claims_claim_worth",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("check_worthy", True), ("dismissed_at", None), ("withdrawn_at", None)),
                fields=["-article", "start", "end", "id"],
                name="claims_claim_by_article",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("check_worthy", True), ("dismissed_at", None), ("withdrawn_at", None)),
                fields=["-created_at"],
                name="claims_claim_added",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(
                    ("check_worthy", True),
                    ("dismissed_at", None),
                    ("withdrawn_at", None),
                    ("lint__contains", ["ambiguous"]),
                ),
                fields=["-id"],
                name="claims_claim_ambiguous",
            ),
        ),
        migrations.AddIndex(
            model_name="finding",
            index=models.Index(
                condition=models.Q(("citation", None), ("state", "open")),
                fields=["-claim"],
                name="claims_finding_open",
            ),
        ),
    ]
