"""The encoding that a person chose, as a column of its own: it stood in the warning about it, whose wording may change."""

from django.db import migrations, models

#: What a captured version says stays as it is; this only writes down again what its own warning says.
_FROM_THE_WARNINGS = """
ALTER TABLE sources_snapshot DISABLE TRIGGER sources_snapshot_immutable;
UPDATE sources_snapshot
SET chosen_encoding = left(
    jsonb_path_query_first(warnings, '$[*] ? (@.kind == "chosen_encoding").sample') #>> '{}', 40
)
WHERE warnings @> '[{"kind": "chosen_encoding"}]';
ALTER TABLE sources_snapshot ENABLE TRIGGER sources_snapshot_immutable;
"""


class Migration(migrations.Migration):
    dependencies = [("sources", "0011_passage_vectors")]
    operations = [
        migrations.AddField(
            model_name="snapshot",
            name="chosen_encoding",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=40, verbose_name="chosen encoding"
            ),
        ),
        migrations.RunSQL(_FROM_THE_WARNINGS, migrations.RunSQL.noop),
    ]
