"""Indexes for what lists are narrowed to by what claims say: their quantities, and the days that they speak of."""

from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.db import migrations, models

import claims.models

DAYS = """
CREATE FUNCTION plumbline_days(dates jsonb) RETURNS datemultirange LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
    SELECT coalesce(
        range_agg(daterange(day.first, day.last, '[]'))
            FILTER (WHERE coalesce(day.first, day.last) IS NOT NULL AND (day.first > day.last) IS NOT TRUE),
        '{}'
    )
    FROM jsonb_to_recordset(dates) AS day(first date, last date)
);
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0014_article_language")]
    operations = [
        migrations.RunSQL(DAYS, "DROP FUNCTION plumbline_days(jsonb);"),
        migrations.AddIndex(
            model_name="claim",
            index=GinIndex(fields=["quantities"], name="claims_claim_quantities", opclasses=["jsonb_path_ops"]),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=GistIndex(
                claims.models.Days("dates"),
                condition=models.Q(("dates", []), _negated=True),
                name="claims_claim_days",
            ),
        ),
    ]
