"""No look is due at a citation of an upload until a new version of it comes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0006_desk_indexes")]

    operations = [
        migrations.AlterField(
            model_name="citation", name="next_check_at", field=models.DateTimeField(blank=True, null=True)
        ),
    ]
