"""An index for the re-checks that were given up."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0008_what_looks_found")]

    operations = [
        migrations.AddIndex(
            model_name="recheck",
            index=models.Index(
                condition=models.Q(("state", "DEAD")), fields=["run_after"], name="reviews_recheck_given_up"
            ),
        ),
    ]
