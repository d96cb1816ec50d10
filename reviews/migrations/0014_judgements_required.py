"""How many judgements a round takes has another name in the program; the column keeps the one that it had."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0013_fingerprints")]

    operations = [
        migrations.AlterField(
            "Review",
            "readers",
            models.PositiveSmallIntegerField(db_column="readers", default=1, verbose_name="judgements asked for"),
        ),
        migrations.RenameField("Review", "readers", "judgements_required"),
    ]
