"""Indexes for articles that were given up, and for the findings that nobody has decided."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0008_also_cited_by")]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("state", "DEAD")), fields=["run_after"], name="claims_article_given_up"
            ),
        ),
        migrations.AddIndex(
            model_name="finding",
            index=models.Index(condition=models.Q(("state", "open")), fields=["-id"], name="claims_finding_undecided"),
        ),
    ]
