"""Addresses that are told what becomes of verdicts, their messages and the log of their delivery."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reviews', '0017_changes_of_verdicts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='notice',
            name='kind',
            field=models.CharField(choices=[('endangered', 'A source of a verdict changed'), ('adjudication', 'Two judgements differ'), ('returned', 'A judgement was sent back'), ('assigned', 'A claim was assigned to you'), ('mentioned', 'A comment mentions you'), ('webhook', 'A webhook was switched off')], max_length=12),
        ),
        migrations.AlterField(
            model_name='noticechoice',
            name='kind',
            field=models.CharField(choices=[('endangered', 'A source of a verdict changed'), ('adjudication', 'Two judgements differ'), ('returned', 'A judgement was sent back'), ('assigned', 'A claim was assigned to you'), ('mentioned', 'A comment mentions you'), ('webhook', 'A webhook was switched off')], max_length=12),
        ),
        migrations.CreateModel(
            name='Webhook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('PENDING', 'waiting'), ('RUNNING', 'running'), ('DONE', 'done'), ('DEAD', 'failed')], default='PENDING', max_length=8, verbose_name='state')),
                ('attempt', models.PositiveSmallIntegerField(default=0, verbose_name='attempt')),
                ('run_after', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='scheduled for')),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
                ('lease_token', models.UUIDField(blank=True, editable=False, null=True)),
                ('last_error', models.TextField(blank=True, verbose_name='last error')),
                ('url', models.CharField(max_length=2048)),
                ('kinds', models.JSONField(default=list)),
                ('only_fetched', models.BooleanField(default=False)),
                ('salt', models.CharField(editable=False, max_length=32)),
                ('secret_number', models.PositiveIntegerField(default=1)),
                ('secret_changed_at', models.DateTimeField(blank=True, null=True)),
                ('queued_through', models.PositiveBigIntegerField(default=0)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('failing_since', models.DateTimeField(blank=True, null=True, verbose_name='failing since')),
                ('accepted_at', models.DateTimeField(blank=True, null=True, verbose_name='last accepted')),
                ('disabled_at', models.DateTimeField(blank=True, null=True)),
                ('disabled_reason', models.TextField(blank=True)),
                ('created_at', models.DateTimeField(verbose_name='created at')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='registered by')),
            ],
            options={
                'verbose_name': 'webhook',
                'verbose_name_plural': 'webhooks',
            },
        ),
        migrations.CreateModel(
            name='WebhookMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('WAITING', 'waiting'), ('ACCEPTED', 'accepted'), ('GIVEN_UP', 'given up')], default='WAITING', max_length=8, verbose_name='state')),
                ('attempts', models.PositiveIntegerField(default=0, verbose_name='attempts')),
                ('run_after', models.DateTimeField(verbose_name='scheduled for')),
                ('failing_since', models.DateTimeField(blank=True, null=True)),
                ('change', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reviews.verdictchange', verbose_name='change')),
                ('webhook', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='reviews.webhook', verbose_name='webhook')),
            ],
            options={
                'verbose_name': 'message',
                'verbose_name_plural': 'messages',
            },
        ),
        migrations.CreateModel(
            name='WebhookAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='status')),
                ('error', models.TextField(blank=True, verbose_name='error')),
                ('millis', models.PositiveIntegerField(verbose_name='milliseconds')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='log', to='reviews.webhookmessage', verbose_name='message')),
            ],
            options={
                'verbose_name': 'delivery attempt',
                'verbose_name_plural': 'delivery attempts',
            },
        ),
        migrations.AddIndex(
            model_name='webhookmessage',
            index=models.Index(condition=models.Q(('state', 'WAITING')), fields=['webhook', 'change'], name='reviews_webhookmessage_waiting'),
        ),
        migrations.AddConstraint(
            model_name='webhookmessage',
            constraint=models.UniqueConstraint(fields=('webhook', 'change'), name='reviews_webhookmessage_once_per_change'),
        ),
    ]
