"""Indexes for what the desk is narrowed to and sorted by; an assignment is taken back when its round ends."""

from django.db import migrations, models

END_ASSIGNMENTS = """
CREATE FUNCTION reviews_end_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE reviews_assignment SET assignee_id = NULL, due_on = NULL, priority = 0, version = version + 1
    WHERE claim_id = NEW.claim_id AND (assignee_id IS NOT NULL OR due_on IS NOT NULL OR priority > 0);
    RETURN NULL;
END $$;
CREATE TRIGGER reviews_round_has_ended AFTER UPDATE OF status ON reviews_review FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status AND NEW.status IN ('PUBLISHED', 'ABANDONED'))
    EXECUTE FUNCTION reviews_end_assignment();
"""

LEAVE_ASSIGNMENTS = """
DROP TRIGGER reviews_round_has_ended ON reviews_review;
DROP FUNCTION reviews_end_assignment();
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0006_desk_indexes"), ("reviews", "0006_withdrawn_claims")]
    operations = [
        migrations.RemoveIndex(model_name="assignment", name="reviews_assignment_due"),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                condition=models.Q(("due_on__isnull", False)),
                fields=["due_on", "-claim"],
                name="reviews_assignment_due_first",
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(fields=["rating", "-claim"], name="reviews_verdict_rated"),
        ),
        migrations.RunSQL(END_ASSIGNMENTS, LEAVE_ASSIGNMENTS),
    ]
