import django.core.validators
import django.db.models.deletion
import events.models.fields
import events.models.linkable
import simple_history.models
import taggit.managers
from django.conf import settings
from django.db import migrations, models

from events.migrations._together import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("events", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalReport",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="publication",
                    ),
                ),
                (
                    "publish_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Once published, shown only from this moment on. Empty: at once.",
                        null=True,
                        verbose_name="publish at",
                    ),
                ),
                (
                    "embargo_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="Never shown before this moment, whatever else is set.",
                        null=True,
                        verbose_name="embargo until",
                    ),
                ),
                (
                    "public_since",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="public since"
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="withdrawn at"
                    ),
                ),
                (
                    "withdrawal_reason",
                    events.models.fields.LineField(
                        blank=True,
                        editable=False,
                        help_text="For the staff; the public notice gives the date only.",
                        max_length=500,
                        verbose_name="reason for withdrawal",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(blank=True, editable=False, verbose_name="entered"),
                ),
                (
                    "modified_at",
                    models.DateTimeField(blank=True, editable=False, verbose_name="last changed"),
                ),
                (
                    "ref",
                    events.models.fields.LineField(
                        blank=True,
                        db_index=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        verbose_name="reference",
                    ),
                ),
                (
                    "headline",
                    events.models.fields.LineField(max_length=300, verbose_name="headline"),
                ),
                (
                    "standfirst",
                    events.models.fields.ProseField(
                        blank=True,
                        help_text="The sentence under the headline.",
                        verbose_name="standfirst",
                    ),
                ),
                (
                    "body",
                    events.models.fields.ProseField(
                        blank=True, help_text="Markdown.", verbose_name="text"
                    ),
                ),
                (
                    "bureau",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="As in the byline: European bureau.",
                        max_length=100,
                        verbose_name="bureau",
                    ),
                ),
                (
                    "byline",
                    events.models.fields.LineField(
                        blank=True, max_length=200, verbose_name="byline"
                    ),
                ),
                (
                    "section",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="Foreign policy.",
                        max_length=100,
                        verbose_name="section",
                    ),
                ),
                (
                    "language",
                    events.models.fields.LanguageField(
                        blank=True, max_length=20, verbose_name="language"
                    ),
                ),
                (
                    "published_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="published by the source on"
                    ),
                ),
                ("published_time", models.TimeField(blank=True, null=True, verbose_name="at")),
                (
                    "date_precision",
                    models.CharField(
                        choices=[
                            ("day", "the day"),
                            ("month", "the month"),
                            ("year", "the year"),
                            ("undated", "nothing: the copy has no date, the event's day stands in"),
                        ],
                        default="day",
                        max_length=10,
                        verbose_name="known is",
                    ),
                ),
                (
                    "source_url",
                    models.URLField(blank=True, max_length=1000, verbose_name="source address"),
                ),
                (
                    "dateline_date",
                    models.DateField(blank=True, null=True, verbose_name="dateline date"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entered by",
                    ),
                ),
                (
                    "dateline_place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Where the report was filed; not always where the event was.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.place",
                        verbose_name="dateline place",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical report",
                "verbose_name_plural": "historical reports",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSource",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "ref",
                    events.models.fields.LineField(
                        blank=True,
                        db_index=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        verbose_name="reference",
                    ),
                ),
                (
                    "wikidata",
                    models.CharField(
                        blank=True,
                        help_text="The item's id, such as Q239.",
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^Q[1-9][0-9]*\\Z", "Write the item's id, such as Q239."
                            )
                        ],
                        verbose_name="Wikidata",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, editable=False, max_length=300)),
                ("name_key", models.CharField(db_index=True, editable=False, max_length=300)),
                (
                    "created_at",
                    models.DateTimeField(blank=True, editable=False, verbose_name="entered"),
                ),
                (
                    "modified_at",
                    models.DateTimeField(blank=True, editable=False, verbose_name="last changed"),
                ),
                ("name", events.models.fields.LineField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agency", "news agency"),
                            ("newspaper", "newspaper"),
                            ("magazine", "magazine"),
                            ("broadcaster", "broadcaster"),
                            ("press_office", "press office"),
                            ("website", "website"),
                        ],
                        default="website",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    events.models.fields.LanguageField(
                        blank=True, max_length=20, verbose_name="usual language"
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=500, verbose_name="website")),
                (
                    "also_called",
                    events.models.fields.ProseField(
                        blank=True, help_text="Other names, one a line.", verbose_name="also called"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.place",
                        verbose_name="country",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical source",
                "verbose_name_plural": "historical sources",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="publication",
                    ),
                ),
                (
                    "publish_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Once published, shown only from this moment on. Empty: at once.",
                        null=True,
                        verbose_name="publish at",
                    ),
                ),
                (
                    "embargo_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="Never shown before this moment, whatever else is set.",
                        null=True,
                        verbose_name="embargo until",
                    ),
                ),
                (
                    "public_since",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="public since"
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="withdrawn at"
                    ),
                ),
                (
                    "withdrawal_reason",
                    events.models.fields.LineField(
                        blank=True,
                        editable=False,
                        help_text="For the staff; the public notice gives the date only.",
                        max_length=500,
                        verbose_name="reason for withdrawal",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="entered")),
                ("modified_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "ref",
                    events.models.fields.LineField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        unique=True,
                        verbose_name="reference",
                    ),
                ),
                (
                    "headline",
                    events.models.fields.LineField(max_length=300, verbose_name="headline"),
                ),
                (
                    "standfirst",
                    events.models.fields.ProseField(
                        blank=True,
                        help_text="The sentence under the headline.",
                        verbose_name="standfirst",
                    ),
                ),
                (
                    "body",
                    events.models.fields.ProseField(
                        blank=True, help_text="Markdown.", verbose_name="text"
                    ),
                ),
                (
                    "bureau",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="As in the byline: European bureau.",
                        max_length=100,
                        verbose_name="bureau",
                    ),
                ),
                (
                    "byline",
                    events.models.fields.LineField(
                        blank=True, max_length=200, verbose_name="byline"
                    ),
                ),
                (
                    "section",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="Foreign policy.",
                        max_length=100,
                        verbose_name="section",
                    ),
                ),
                (
                    "language",
                    events.models.fields.LanguageField(
                        blank=True, max_length=20, verbose_name="language"
                    ),
                ),
                (
                    "published_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="published by the source on"
                    ),
                ),
                ("published_time", models.TimeField(blank=True, null=True, verbose_name="at")),
                (
                    "date_precision",
                    models.CharField(
                        choices=[
                            ("day", "the day"),
                            ("month", "the month"),
                            ("year", "the year"),
                            ("undated", "nothing: the copy has no date, the event's day stands in"),
                        ],
                        default="day",
                        max_length=10,
                        verbose_name="known is",
                    ),
                ),
                (
                    "source_url",
                    models.URLField(blank=True, max_length=1000, verbose_name="source address"),
                ),
                (
                    "dateline_date",
                    models.DateField(blank=True, null=True, verbose_name="dateline date"),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entered by",
                    ),
                ),
                (
                    "dateline_place",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where the report was filed; not always where the event was.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="datelined_reports",
                        to="events.place",
                        verbose_name="dateline place",
                    ),
                ),
                (
                    "events",
                    models.ManyToManyField(
                        blank=True,
                        related_name="reports",
                        to="events.event",
                        verbose_name="events covered",
                    ),
                ),
            ],
            options={
                "verbose_name": "report",
                "verbose_name_plural": "reports",
                "ordering": ["-published_on", "-pk"],
                "permissions": [
                    ("publish_report", "Can publish and withdraw reports"),
                    ("tag_report", "Can give reports topics and mentions"),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalStatement",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "capacity",
                    events.models.fields.LineField(
                        blank=True, max_length=300, verbose_name="capacity stated then"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("quote", "quoted"), ("paraphrase", "paraphrased")],
                        default="paraphrase",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("text", events.models.fields.ProseField(verbose_name="what was said")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.event",
                        verbose_name="said at",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Empty: the source's own statement.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.person",
                        verbose_name="said by",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical statement",
                "verbose_name_plural": "historical statements",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReport_events",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.event",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="reports.historicalreport",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalReport_events",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMention",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "words",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="As the report words it, where that differs from the usual name.",
                        max_length=300,
                        verbose_name="words used",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "occasion",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.occasion",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.organization",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.person",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.place",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.work",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical mention",
                "verbose_name_plural": "historical named in the report",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCitation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "aspect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("date", "date"),
                            ("place", "place"),
                            ("attendance", "attendance"),
                            ("occasion", "occasion"),
                            ("kind", "kind of event"),
                            ("wording", "words used"),
                            ("title", "title"),
                        ],
                        max_length=20,
                        verbose_name="of the event: its",
                    ),
                ),
                (
                    "value",
                    events.models.fields.LineField(
                        blank=True, max_length=500, verbose_name="as the report states it"
                    ),
                ),
                (
                    "sentence",
                    events.models.fields.ProseField(
                        blank=True, verbose_name="the sentence it stands in"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.event",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "involvement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.involvement",
                    ),
                ),
                (
                    "participation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.participation",
                    ),
                ),
                (
                    "programme_item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.programmeitem",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical citation",
                "verbose_name_plural": "historical what the report states",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ReportTopic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="topic_links",
                        to="reports.report",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="report_links",
                        to="events.topic",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="report",
            name="topics",
            field=taggit.managers.TaggableManager(
                blank=True,
                help_text="Separated by commas.",
                through="reports.ReportTopic",
                to="events.Topic",
                verbose_name="topics",
            ),
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ref",
                    events.models.fields.LineField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        unique=True,
                        verbose_name="reference",
                    ),
                ),
                (
                    "wikidata",
                    models.CharField(
                        blank=True,
                        help_text="The item's id, such as Q239.",
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^Q[1-9][0-9]*\\Z", "Write the item's id, such as Q239."
                            )
                        ],
                        verbose_name="Wikidata",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, editable=False, max_length=300)),
                ("name_key", models.CharField(db_index=True, editable=False, max_length=300)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="entered")),
                ("modified_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("name", events.models.fields.LineField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agency", "news agency"),
                            ("newspaper", "newspaper"),
                            ("magazine", "magazine"),
                            ("broadcaster", "broadcaster"),
                            ("press_office", "press office"),
                            ("website", "website"),
                        ],
                        default="website",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    events.models.fields.LanguageField(
                        blank=True, max_length=20, verbose_name="usual language"
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=500, verbose_name="website")),
                (
                    "also_called",
                    events.models.fields.ProseField(
                        blank=True, help_text="Other names, one a line.", verbose_name="also called"
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sources",
                        to="events.place",
                        verbose_name="country",
                    ),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["sort_key", "pk"],
            },
            bases=(events.models.linkable.PublicWhenLinked, models.Model),
        ),
        migrations.AddField(
            model_name="report",
            name="cites",
            field=models.ManyToManyField(
                blank=True,
                help_text="Agencies and press offices the report itself refers to.",
                related_name="cited_in",
                to="reports.source",
                verbose_name="cites",
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="source",
            field=models.ForeignKey(
                blank=True,
                help_text="Who published it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports",
                to="reports.source",
                verbose_name="source",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalReport_cites",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="reports.historicalreport",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.report",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reports.source",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalReport_cites",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="historicalreport",
            name="source",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Who published it.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="reports.source",
                verbose_name="source",
            ),
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "capacity",
                    events.models.fields.LineField(
                        blank=True, max_length=300, verbose_name="capacity stated then"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("quote", "quoted"), ("paraphrase", "paraphrased")],
                        default="paraphrase",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("text", events.models.fields.ProseField(verbose_name="what was said")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="events.event",
                        verbose_name="said at",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: the source's own statement.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="events.person",
                        verbose_name="said by",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statements",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "statement",
                "verbose_name_plural": "statements",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "words",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="As the report words it, where that differs from the usual name.",
                        max_length=300,
                        verbose_name="words used",
                    ),
                ),
                (
                    "occasion",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="events.occasion",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="events.organization",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="events.person",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="events.place",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="events.work",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "mention",
                "verbose_name_plural": "named in the report",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("occasion__isnull", True),
                                ("organization__isnull", True),
                                ("person__isnull", False),
                                ("place__isnull", True),
                                ("work__isnull", True),
                            ),
                            models.Q(
                                ("occasion__isnull", True),
                                ("organization__isnull", False),
                                ("person__isnull", True),
                                ("place__isnull", True),
                                ("work__isnull", True),
                            ),
                            models.Q(
                                ("occasion__isnull", True),
                                ("organization__isnull", True),
                                ("person__isnull", True),
                                ("place__isnull", False),
                                ("work__isnull", True),
                            ),
                            models.Q(
                                ("occasion__isnull", True),
                                ("organization__isnull", True),
                                ("person__isnull", True),
                                ("place__isnull", True),
                                ("work__isnull", False),
                            ),
                            models.Q(
                                ("occasion__isnull", False),
                                ("organization__isnull", True),
                                ("person__isnull", True),
                                ("place__isnull", True),
                                ("work__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="mention_of_exactly_one",
                    ),
                    models.UniqueConstraint(
                        fields=("report", "person"), name="mention_of_person_once"
                    ),
                    models.UniqueConstraint(
                        fields=("report", "organization"), name="mention_of_organization_once"
                    ),
                    models.UniqueConstraint(
                        fields=("report", "place"), name="mention_of_place_once"
                    ),
                    models.UniqueConstraint(fields=("report", "work"), name="mention_of_work_once"),
                    models.UniqueConstraint(
                        fields=("report", "occasion"), name="mention_of_occasion_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("correction", "correction"),
                            ("clarification", "clarification"),
                            ("update", "update"),
                        ],
                        default="correction",
                        max_length=15,
                        verbose_name="kind",
                    ),
                ),
                ("date", models.DateField(verbose_name="date")),
                (
                    "text",
                    events.models.fields.ProseField(
                        help_text="What was wrong and what is right; shown to everybody.",
                        verbose_name="text",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="events.event",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "correction",
                "verbose_name_plural": "corrections",
                "ordering": ["-date", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("event__isnull", False), ("report__isnull", True)),
                            models.Q(("event__isnull", True), ("report__isnull", False)),
                            _connector="OR",
                        ),
                        name="correction_of_exactly_one",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "aspect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("date", "date"),
                            ("place", "place"),
                            ("attendance", "attendance"),
                            ("occasion", "occasion"),
                            ("kind", "kind of event"),
                            ("wording", "words used"),
                            ("title", "title"),
                        ],
                        max_length=20,
                        verbose_name="of the event: its",
                    ),
                ),
                (
                    "value",
                    events.models.fields.LineField(
                        blank=True, max_length=500, verbose_name="as the report states it"
                    ),
                ),
                (
                    "sentence",
                    events.models.fields.ProseField(
                        blank=True, verbose_name="the sentence it stands in"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="events.event",
                    ),
                ),
                (
                    "involvement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="events.involvement",
                    ),
                ),
                (
                    "participation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="events.participation",
                    ),
                ),
                (
                    "programme_item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="events.programmeitem",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "citation",
                "verbose_name_plural": "what the report states",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("event__isnull", True),
                                ("involvement__isnull", True),
                                ("participation__isnull", False),
                                ("programme_item__isnull", True),
                            ),
                            models.Q(
                                ("event__isnull", True),
                                ("involvement__isnull", False),
                                ("participation__isnull", True),
                                ("programme_item__isnull", True),
                            ),
                            models.Q(
                                ("event__isnull", True),
                                ("involvement__isnull", True),
                                ("participation__isnull", True),
                                ("programme_item__isnull", False),
                            ),
                            models.Q(
                                ("event__isnull", False),
                                ("involvement__isnull", True),
                                ("participation__isnull", True),
                                ("programme_item__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="citation_of_exactly_one_fact",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("aspect", ""), ("event__isnull", True)),
                            models.Q(
                                ("event__isnull", False), models.Q(("aspect", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="citation_aspect_is_of_event",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportListing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("heading", models.CharField(blank=True, max_length=60)),
                ("date", models.DateField()),
                ("since", models.DateTimeField(null=True)),
                (
                    "report",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="listings",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["heading", "-date", "-report"], name="report_listing")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "heading"), name="report_listed_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportMedia",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "caption",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="What the picture shows, and that it is an illustration if it is one.",
                        max_length=500,
                        verbose_name="caption",
                    ),
                ),
                (
                    "alt",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="For those who cannot see it: what is to be seen.",
                        max_length=300,
                        verbose_name="alternative text",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="events.mediaitem",
                        verbose_name="media item",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="media",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "photo or other media",
                "verbose_name_plural": "media",
                "ordering": ["order", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("report", "item"), name="report_media_once")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="reporttopic",
            constraint=models.UniqueConstraint(
                fields=("content_object", "tag"), name="report_topic_once"
            ),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["-published_on", "-id"], name="report_by_date"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["source", "-published_on", "-id"], name="report_by_source"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["-modified_at"], name="report_by_change"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(
                condition=models.Q(("public_since__isnull", True)),
                fields=["status", "-published_on", "-id"],
                name="report_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "published"), _negated=True),
                    models.Q(
                        ("published_on__isnull", False),
                        ("source__isnull", False),
                        models.Q(("headline", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="report_published_with_headline_source_and_date",
            ),
        ),
    ]
    operations = [CreateTogether(operations)]
