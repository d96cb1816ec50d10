"""What stands in place of a quote is named by a fingerprint; its column keeps the name that it had."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0012_names_of_work")]

    operations = [
        migrations.AlterField(
            "RecheckResult", "said", models.CharField(blank=True, db_column="said", max_length=32)
        ),
        migrations.RenameField("RecheckResult", "said", "fingerprint"),
    ]
