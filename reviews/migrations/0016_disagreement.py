"""What does not agree in a judgement is kept with it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0015_plain_english_names")]
    operations = [
        migrations.AddField(
            model_name="judgement",
            name="disagreement",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
    ]
