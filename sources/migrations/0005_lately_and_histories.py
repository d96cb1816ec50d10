"""Indexes for what failed lately and was given up, and for the deeds that were done to one row."""

from django.db import migrations, models

BY_ROW = "CREATE INDEX sources_deeds_of_row ON django_admin_log (content_type_id, object_id, id)"


class Migration(migrations.Migration):
    dependencies = [("sources", "0004_readings_and_turns"), ("admin", "0003_logentry_add_action_flag_choices")]

    operations = [
        migrations.AddIndex(
            model_name="fetchattempt",
            index=models.Index(fields=["at", "outcome"], name="sources_attempt_lately"),
        ),
        migrations.AddIndex(
            model_name="snapshot",
            index=models.Index(
                condition=models.Q(("state", "DEAD")), fields=["run_after"], name="sources_snapshot_given_up"
            ),
        ),
        migrations.RunSQL(BY_ROW, "DROP INDEX sources_deeds_of_row"),
    ]
