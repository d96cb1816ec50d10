"""The database itself refuses to change what was captured."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION plumbline_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% rows are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER sources_snapshot_immutable BEFORE UPDATE OR DELETE ON sources_snapshot
    FOR EACH ROW WHEN (OLD.state = 'DONE') EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER sources_snapshot_no_truncate BEFORE TRUNCATE ON sources_snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER sources_blob_immutable BEFORE UPDATE OR DELETE ON sources_blob
    FOR EACH ROW EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER sources_blob_no_truncate BEFORE TRUNCATE ON sources_blob
    FOR EACH STATEMENT EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER sources_fetchattempt_immutable BEFORE UPDATE OR DELETE ON sources_fetchattempt
    FOR EACH ROW EXECUTE FUNCTION plumbline_refuse();
"""

ALLOW = """
DROP TRIGGER sources_fetchattempt_immutable ON sources_fetchattempt;
DROP TRIGGER sources_blob_no_truncate ON sources_blob;
DROP TRIGGER sources_blob_immutable ON sources_blob;
DROP TRIGGER sources_snapshot_no_truncate ON sources_snapshot;
DROP TRIGGER sources_snapshot_immutable ON sources_snapshot;
DROP FUNCTION plumbline_refuse();
"""


class Migration(migrations.Migration):
    dependencies = [("sources", "0001_initial")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
