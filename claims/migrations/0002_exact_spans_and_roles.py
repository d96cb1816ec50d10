"""Spans lie in their text, quotes are exact, and the three groups exist."""

from django.db import migrations

CHECK = """
CREATE FUNCTION claims_check_claim_span() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    size integer;
BEGIN
    SELECT char_length(s.text) INTO size
    FROM claims_article a JOIN sources_snapshot s ON s.id = a.snapshot_id WHERE a.id = NEW.article_id;
    IF NEW."end" > size OR NEW.sentence_end > size THEN
        RAISE EXCEPTION 'the span of a claim lies outside its article' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER claims_claim_span_in_article BEFORE INSERT OR UPDATE OF article_id, "start", "end", sentence_start, sentence_end
    ON claims_claim FOR EACH ROW EXECUTE FUNCTION claims_check_claim_span();

CREATE FUNCTION claims_check_quote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    printed text;
BEGIN
    SELECT substr(s.text, NEW."start" + 1, NEW."end" - NEW."start") INTO printed
    FROM sources_snapshot s WHERE s.id = NEW.snapshot_id AND s.state = 'DONE';
    IF printed IS DISTINCT FROM NEW.quote THEN
        RAISE EXCEPTION 'the quote is not what the snapshot says at this place' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER claims_citation_quote_is_exact BEFORE INSERT OR UPDATE OF snapshot_id, "start", "end", quote
    ON claims_citation FOR EACH ROW EXECUTE FUNCTION claims_check_quote();
"""

UNCHECK = """
DROP TRIGGER claims_citation_quote_is_exact ON claims_citation;
DROP FUNCTION claims_check_quote();
DROP TRIGGER claims_claim_span_in_article ON claims_claim;
DROP FUNCTION claims_check_claim_span();
"""


def add_groups(apps, schema_editor):
    for name in ("analyst", "editor", "consumer"):
        apps.get_model("auth", "Group").objects.get_or_create(name=name)


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial"), ("auth", "0012_alter_user_first_name_max_length")]
    operations = [
        migrations.RunSQL(CHECK, UNCHECK),
        migrations.RunPython(add_groups, migrations.RunPython.noop),
    ]
