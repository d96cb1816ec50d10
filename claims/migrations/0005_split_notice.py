"""What the reader must know about how an article was split, longer names of splitters, and the tokens of a day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0004_resplitting_and_values")]

    operations = [
        migrations.AddField("article", "split_notice", models.CharField(blank=True, max_length=300)),
        migrations.AlterField("article", "splitter_version", models.CharField(blank=True, max_length=120)),
        migrations.AlterField("claim", "splitter_version", models.CharField(blank=True, max_length=120)),
        migrations.CreateModel(
            name="TokenSpending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(unique=True)),
                ("tokens", models.PositiveBigIntegerField(default=0)),
            ],
        ),
    ]
