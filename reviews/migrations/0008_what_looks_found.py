"""What stood in place of a quote at each look, whether that was news, and looks that wait for a second one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0007_desk_indexes")]

    operations = [
        migrations.AddField(
            model_name="recheckresult", name="said", field=models.CharField(blank=True, max_length=32)
        ),
        migrations.AddField(model_name="recheckresult", name="is_flip", field=models.BooleanField(default=False)),
        migrations.AddField(
            model_name="recheckresult", name="decides_at", field=models.DateTimeField(blank=True, null=True)
        ),
    ]
