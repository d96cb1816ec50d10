"""Sessions go to the app `accounts`, which takes the table as it is: nothing of the database changes."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("config", "0001_sessions")]

    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel(name="Session")]),
    ]
