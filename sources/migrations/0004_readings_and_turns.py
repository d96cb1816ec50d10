"""What else can be read in a snapshot, kept as unchangeably as the snapshot; and whose turn it is at a site."""

import django.db.models.deletion
from django.db import migrations, models

REFUSE = """
CREATE TRIGGER sources_reading_immutable BEFORE UPDATE OR DELETE ON sources_reading
    FOR EACH ROW EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER sources_reading_no_truncate BEFORE TRUNCATE ON sources_reading
    FOR EACH STATEMENT EXECUTE FUNCTION plumbline_refuse();
"""
ALLOW = """
DROP TRIGGER sources_reading_no_truncate ON sources_reading;
DROP TRIGGER sources_reading_immutable ON sources_reading;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('sources', '0003_search'),
    ]

    operations = [
        migrations.CreateModel(
            name='HostTurn',
            fields=[
                ('host', models.CharField(max_length=253, primary_key=True, serialize=False)),
                ('token', models.UUIDField(editable=False)),
                ('busy_until', models.DateTimeField()),
                ('not_before', models.DateTimeField()),
                ('promised_until', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('extractor', models.CharField(max_length=60)),
                ('text', models.TextField(blank=True, help_text='Empty where it is the text of the snapshot.')),
                ('visible_text', models.TextField(blank=True, help_text='Empty where the page shows nothing beside its text.')),
                ('sha256', models.CharField(max_length=64)),
                ('snapshot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='sources.snapshot')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('snapshot', 'extractor'), name='sources_reading_one_per_extractor')],
            },
        ),
        migrations.RunSQL(REFUSE, ALLOW),
    ]
