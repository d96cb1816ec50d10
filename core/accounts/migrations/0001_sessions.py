"""Sessions come here from the app `config`. Their table stays as it is, so that everybody stays signed in."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("config", "0002_sessions_move_to_accounts")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Session",
                    fields=[
                        (
                            "session_key",
                            models.CharField(
                                max_length=40, primary_key=True, serialize=False, verbose_name="session key"
                            ),
                        ),
                        ("session_data", models.TextField(verbose_name="session data")),
                        ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                        ("person_id", models.BigIntegerField(db_index=True, null=True)),
                    ],
                    options={
                        "verbose_name": "session",
                        "verbose_name_plural": "sessions",
                        "db_table": "config_session",
                        "abstract": False,
                    },
                ),
            ],
        ),
    ]
