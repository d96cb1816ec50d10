"""What a notice says, as facts beside its English text."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0009_given_up")]

    operations = [
        migrations.AddField(model_name="notice", name="facts", field=models.JSONField(default=dict)),
    ]
