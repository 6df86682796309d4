import django.core.validators
import django.db.models.deletion
import events.models.fields
import events.models.linkable
import events.models.media
import simple_history.models
import taggit.managers
from django.conf import settings
from django.db import migrations, models

from events.migrations._together import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Occasion",
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
                ("name", events.models.fields.LineField(max_length=300, verbose_name="name")),
                (
                    "original_date",
                    models.DateField(
                        blank=True,
                        help_text="The day it happened. Of a month or year enter its first day.",
                        null=True,
                        verbose_name="original date",
                    ),
                ),
                (
                    "date_precision",
                    models.CharField(
                        choices=[("day", "the day"), ("month", "the month"), ("year", "the year")],
                        default="day",
                        max_length=10,
                        verbose_name="known to",
                    ),
                ),
                (
                    "description",
                    events.models.fields.ProseField(
                        blank=True,
                        help_text="A sentence or two, attributed.",
                        verbose_name="description",
                    ),
                ),
            ],
            options={
                "verbose_name": "occasion",
                "verbose_name_plural": "occasions",
                "ordering": ["sort_key", "pk"],
            },
            bases=(events.models.linkable.PublicWhenLinked, models.Model),
        ),
        migrations.CreateModel(
            name="Person",
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
                (
                    "name",
                    events.models.fields.LineField(
                        help_text="As usually written: Emin Rustamov.",
                        max_length=200,
                        verbose_name="name",
                    ),
                ),
                (
                    "sort_name",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="Only where the last word is not the family name: Ban Ki-moon.",
                        max_length=200,
                        verbose_name="sort as",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "ordering": ["sort_key", "pk"],
            },
            bases=(events.models.linkable.PublicWhenLinked, models.Model),
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True, max_length=100, unique=True, verbose_name="slug"
                    ),
                ),
            ],
            options={
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
                "ordering": ["name", "pk"],
            },
            bases=(events.models.linkable.PublicWhenLinked, models.Model),
        ),
        migrations.CreateModel(
            name="Event",
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
                    "title",
                    events.models.fields.LineField(
                        help_text="What took place, in neutral words: Remembrance evening in Brussels.",
                        max_length=300,
                        verbose_name="title",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("commemoration", "commemoration"),
                            ("memorial_service", "memorial service"),
                            ("state_ceremony", "state ceremony"),
                            ("national_day", "national day"),
                            ("vigil", "vigil"),
                            ("rally", "rally"),
                            ("protest", "protest"),
                            ("conference", "conference"),
                            ("reception", "reception"),
                            ("concert", "concert"),
                            ("cultural_celebration", "cultural celebration"),
                            ("exhibition_opening", "exhibition opening"),
                            ("film_screening", "film screening"),
                            ("book_presentation", "book presentation"),
                            ("award_ceremony", "award ceremony"),
                            ("other", "other event"),
                        ],
                        default="other",
                        max_length=30,
                        verbose_name="kind",
                    ),
                ),
                (
                    "start_date",
                    models.DateField(
                        blank=True,
                        help_text="The day, or the first day. Of a month or year enter its first day.",
                        null=True,
                        verbose_name="date",
                    ),
                ),
                (
                    "end_date",
                    models.DateField(
                        blank=True,
                        help_text="Only for an event of several days.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "date_precision",
                    models.CharField(
                        choices=[
                            ("day", "the day"),
                            ("month", "the month"),
                            ("year", "the year"),
                            ("reported", "only the day it was first reported"),
                        ],
                        default="day",
                        max_length=10,
                        verbose_name="known is",
                    ),
                ),
                (
                    "start_time",
                    models.TimeField(
                        blank=True,
                        help_text="Local time: 18:30.",
                        null=True,
                        verbose_name="begins at",
                    ),
                ),
                ("end_time", models.TimeField(blank=True, null=True, verbose_name="ends at")),
                ("last_day", models.DateField(editable=False, null=True)),
                (
                    "status_in_world",
                    models.CharField(
                        choices=[
                            ("scheduled", "scheduled"),
                            ("postponed", "postponed"),
                            ("rescheduled", "rescheduled"),
                            ("cancelled", "cancelled"),
                            ("held", "held"),
                        ],
                        default="held",
                        max_length=12,
                        verbose_name="event status",
                    ),
                ),
                (
                    "ordinal",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="34 for the 34th, as the reports count.",
                        null=True,
                        verbose_name="which anniversary",
                    ),
                ),
                (
                    "summary",
                    events.models.fields.ProseField(
                        blank=True, help_text="One or two plain sentences.", verbose_name="summary"
                    ),
                ),
                (
                    "description",
                    events.models.fields.ProseField(
                        blank=True, help_text="Markdown.", verbose_name="description"
                    ),
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
                    "occasion",
                    models.ForeignKey(
                        blank=True,
                        help_text="What is commemorated or celebrated.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="events.occasion",
                        verbose_name="occasion",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "ordering": ["-start_date", "-pk"],
                "permissions": [
                    ("publish_event", "Can publish and withdraw events"),
                    ("tag_event", "Can give events topics"),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalPerson",
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
                (
                    "name",
                    events.models.fields.LineField(
                        help_text="As usually written: Emin Rustamov.",
                        max_length=200,
                        verbose_name="name",
                    ),
                ),
                (
                    "sort_name",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="Only where the last word is not the family name: Ban Ki-moon.",
                        max_length=200,
                        verbose_name="sort as",
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
            ],
            options={
                "verbose_name": "historical person",
                "verbose_name_plural": "historical people",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalProgrammeItem",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("speech", "speech"),
                            ("minute_of_silence", "minute of silence"),
                            ("wreath_laying", "wreath laying"),
                            ("candle_lighting", "candle lighting"),
                            ("memorial_service", "memorial service"),
                            ("prayer", "prayer"),
                            ("anthem", "anthem"),
                            ("flag_ceremony", "flag ceremony"),
                            ("film_screening", "film screening"),
                            ("photo_exhibition", "photo exhibition"),
                            ("exhibition", "exhibition"),
                            ("concert", "concert"),
                            ("performance", "performance"),
                            ("reading", "reading"),
                            ("panel", "panel"),
                            ("book_presentation", "book presentation"),
                            ("reception", "reception"),
                            ("march", "march or procession"),
                            ("unveiling", "unveiling"),
                            ("awards", "awards"),
                            ("message_reading", "message read out"),
                            ("testimony", "testimony"),
                            ("tribute", "tribute"),
                            ("military_honours", "military honours"),
                            ("bells_sirens", "bells or sirens"),
                            ("signing", "signing"),
                            ("competition", "competition"),
                            ("other", "other part"),
                        ],
                        default="speech",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "title",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="Only where there is more to say than its kind.",
                        max_length=300,
                        verbose_name="title",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("time", models.TimeField(blank=True, null=True, verbose_name="time")),
                (
                    "is_cancelled",
                    models.BooleanField(default=False, verbose_name="did not take place"),
                ),
                (
                    "note",
                    events.models.fields.LineField(blank=True, max_length=300, verbose_name="note"),
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
            ],
            options={
                "verbose_name": "historical programme item",
                "verbose_name_plural": "historical programme",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalWork",
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
                ("title", events.models.fields.LineField(max_length=300, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("film", "film"),
                            ("documentary", "documentary film"),
                            ("short_film", "short film"),
                            ("video", "video"),
                            ("music", "piece of music"),
                            ("book", "book"),
                            ("poem", "poem"),
                            ("exhibition", "exhibition"),
                            ("performance", "performance"),
                            ("other", "other work"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year"),
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
            ],
            options={
                "verbose_name": "historical work",
                "verbose_name_plural": "historical works",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="MediaItem",
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
                            ("photo", "photo or picture"),
                            ("video", "video"),
                            ("audio", "audio"),
                            ("document", "document"),
                        ],
                        default="photo",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "title",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="For the staff to find it again; captions belong to each use.",
                        max_length=300,
                        verbose_name="title",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        max_length=200,
                        upload_to=events.models.media.unguessable_name,
                        verbose_name="file",
                    ),
                ),
                (
                    "address",
                    models.URLField(
                        blank=True,
                        help_text="Instead of a file: the page of a video or recording.",
                        max_length=500,
                        verbose_name="address elsewhere",
                    ),
                ),
                (
                    "creator",
                    events.models.fields.LineField(
                        blank=True, max_length=200, verbose_name="creator"
                    ),
                ),
                (
                    "credit",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="The line shown with it: Photo: A. Name / Agency.",
                        max_length=300,
                        verbose_name="credit",
                    ),
                ),
                (
                    "licence",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="CC BY 4.0, for example.",
                        max_length=100,
                        verbose_name="licence",
                    ),
                ),
                (
                    "licence_url",
                    models.URLField(blank=True, max_length=500, verbose_name="licence address"),
                ),
                ("taken_on", models.DateField(blank=True, null=True, verbose_name="taken on")),
                (
                    "taken_precision",
                    models.CharField(
                        choices=[("day", "the day"), ("month", "the month"), ("year", "the year")],
                        default="day",
                        max_length=10,
                        verbose_name="known to",
                    ),
                ),
                (
                    "focal_x",
                    models.FloatField(
                        default=0.5,
                        help_text="0 is the left edge, 1 the right; crops keep this point.",
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                        verbose_name="focal point, from the left",
                    ),
                ),
                (
                    "focal_y",
                    models.FloatField(
                        default=0.5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                        verbose_name="focal point, from the top",
                    ),
                ),
                ("width", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("height", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                (
                    "note",
                    events.models.fields.ProseField(blank=True, verbose_name="note for the staff"),
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
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="entered")),
            ],
            options={
                "verbose_name": "media item",
                "verbose_name_plural": "media",
                "ordering": ["-pk"],
                "indexes": [models.Index(fields=["file"], name="media_item_by_file")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("address", ""), ("file", ""), _negated=True),
                            models.Q(("file", ""), ("address", ""), _connector="OR"),
                        ),
                        name="media_is_file_or_address",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("focal_x__range", (0, 1)), ("focal_y__range", (0, 1))),
                        name="focal_point_inside",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Organization",
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
                ("name", events.models.fields.LineField(max_length=300, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("embassy", "embassy or mission"),
                            ("consulate", "consulate"),
                            ("government", "government office"),
                            ("parliament", "parliament"),
                            ("municipality", "municipality"),
                            ("international", "international organization"),
                            ("military", "armed forces or police"),
                            ("association", "association"),
                            ("foundation", "foundation"),
                            ("community", "community"),
                            ("religious", "religious body"),
                            ("museum", "museum, archive or library"),
                            ("education", "school, university or institute"),
                            ("agency", "agency"),
                            ("party", "political party"),
                            ("company", "company"),
                            ("ensemble", "ensemble"),
                            ("media", "media outlet"),
                            ("other", "other"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=500, verbose_name="website")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="events.organization",
                        verbose_name="part of",
                    ),
                ),
            ],
            options={
                "verbose_name": "organization",
                "verbose_name_plural": "organizations",
                "ordering": ["sort_key", "pk"],
            },
            bases=(events.models.linkable.PublicWhenLinked, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalInvolvement",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("organizer", "organizer"),
                            ("supporter", "supporter"),
                            ("host", "host"),
                            ("partner", "partner"),
                            ("participant", "participant"),
                        ],
                        default="organizer",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
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
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.organization",
                        verbose_name="organization",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical organization",
                "verbose_name_plural": "historical organizations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalParticipation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("speaker", "speaker"),
                            ("chair", "chair"),
                            ("host", "host"),
                            ("performer", "performer"),
                            ("guest_of_honour", "guest of honour"),
                            ("celebrant", "celebrant"),
                            ("honoree", "honoree"),
                            ("message_sender", "sent a message"),
                            ("attendee", "attendee"),
                        ],
                        default="speaker",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "capacity",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="First Secretary of the Embassy of …",
                        max_length=300,
                        verbose_name="capacity stated then",
                    ),
                ),
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
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.organization",
                        verbose_name="speaking for",
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
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical participation",
                "verbose_name_plural": "historical people taking part",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Place",
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
                            ("country", "country"),
                            ("region", "region"),
                            ("city", "city"),
                            ("venue", "venue"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "country_code",
                    models.CharField(
                        blank=True,
                        help_text="For a country: two letters of ISO 3166-1, such as BE.",
                        max_length=2,
                        verbose_name="country code",
                    ),
                ),
                ("latitude", models.FloatField(blank=True, null=True, verbose_name="latitude")),
                ("longitude", models.FloatField(blank=True, null=True, verbose_name="longitude")),
                (
                    "point_precision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("venue", "the venue itself"),
                            ("city", "the city"),
                            ("region", "the region"),
                        ],
                        help_text="A venue of unknown address may carry its city's point.",
                        max_length=10,
                        verbose_name="the point marks",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        blank=True,
                        help_text="An IANA name such as Europe/Brussels. Empty: that of the larger place.",
                        max_length=60,
                        verbose_name="time zone",
                    ),
                ),
                (
                    "geonames",
                    models.PositiveBigIntegerField(blank=True, null=True, verbose_name="GeoNames"),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="The next larger place: the city of a venue, the country of a city.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="events.place",
                        verbose_name="inside",
                    ),
                ),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "ordering": ["sort_key", "pk"],
            },
            bases=(events.models.linkable.PublicWhenLinked, models.Model),
        ),
        migrations.AddField(
            model_name="organization",
            name="seat",
            field=models.ForeignKey(
                blank=True,
                help_text="The city or country it works from.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="organizations",
                to="events.place",
                verbose_name="seat",
            ),
        ),
        migrations.AddField(
            model_name="occasion",
            name="place",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="occasions",
                to="events.place",
                verbose_name="where it happened",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalPlace",
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
                            ("country", "country"),
                            ("region", "region"),
                            ("city", "city"),
                            ("venue", "venue"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "country_code",
                    models.CharField(
                        blank=True,
                        help_text="For a country: two letters of ISO 3166-1, such as BE.",
                        max_length=2,
                        verbose_name="country code",
                    ),
                ),
                ("latitude", models.FloatField(blank=True, null=True, verbose_name="latitude")),
                ("longitude", models.FloatField(blank=True, null=True, verbose_name="longitude")),
                (
                    "point_precision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("venue", "the venue itself"),
                            ("city", "the city"),
                            ("region", "the region"),
                        ],
                        help_text="A venue of unknown address may carry its city's point.",
                        max_length=10,
                        verbose_name="the point marks",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        blank=True,
                        help_text="An IANA name such as Europe/Brussels. Empty: that of the larger place.",
                        max_length=60,
                        verbose_name="time zone",
                    ),
                ),
                (
                    "geonames",
                    models.PositiveBigIntegerField(blank=True, null=True, verbose_name="GeoNames"),
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
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The next larger place: the city of a venue, the country of a city.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.place",
                        verbose_name="inside",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical place",
                "verbose_name_plural": "historical places",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOrganization",
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
                ("name", events.models.fields.LineField(max_length=300, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("embassy", "embassy or mission"),
                            ("consulate", "consulate"),
                            ("government", "government office"),
                            ("parliament", "parliament"),
                            ("municipality", "municipality"),
                            ("international", "international organization"),
                            ("military", "armed forces or police"),
                            ("association", "association"),
                            ("foundation", "foundation"),
                            ("community", "community"),
                            ("religious", "religious body"),
                            ("museum", "museum, archive or library"),
                            ("education", "school, university or institute"),
                            ("agency", "agency"),
                            ("party", "political party"),
                            ("company", "company"),
                            ("ensemble", "ensemble"),
                            ("media", "media outlet"),
                            ("other", "other"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=500, verbose_name="website")),
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
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.organization",
                        verbose_name="part of",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The city or country it works from.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.place",
                        verbose_name="seat",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical organization",
                "verbose_name_plural": "historical organizations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOccasion",
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
                ("name", events.models.fields.LineField(max_length=300, verbose_name="name")),
                (
                    "original_date",
                    models.DateField(
                        blank=True,
                        help_text="The day it happened. Of a month or year enter its first day.",
                        null=True,
                        verbose_name="original date",
                    ),
                ),
                (
                    "date_precision",
                    models.CharField(
                        choices=[("day", "the day"), ("month", "the month"), ("year", "the year")],
                        default="day",
                        max_length=10,
                        verbose_name="known to",
                    ),
                ),
                (
                    "description",
                    events.models.fields.ProseField(
                        blank=True,
                        help_text="A sentence or two, attributed.",
                        verbose_name="description",
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
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.place",
                        verbose_name="where it happened",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical occasion",
                "verbose_name_plural": "historical occasions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalEvent",
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
                    "title",
                    events.models.fields.LineField(
                        help_text="What took place, in neutral words: Remembrance evening in Brussels.",
                        max_length=300,
                        verbose_name="title",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("commemoration", "commemoration"),
                            ("memorial_service", "memorial service"),
                            ("state_ceremony", "state ceremony"),
                            ("national_day", "national day"),
                            ("vigil", "vigil"),
                            ("rally", "rally"),
                            ("protest", "protest"),
                            ("conference", "conference"),
                            ("reception", "reception"),
                            ("concert", "concert"),
                            ("cultural_celebration", "cultural celebration"),
                            ("exhibition_opening", "exhibition opening"),
                            ("film_screening", "film screening"),
                            ("book_presentation", "book presentation"),
                            ("award_ceremony", "award ceremony"),
                            ("other", "other event"),
                        ],
                        default="other",
                        max_length=30,
                        verbose_name="kind",
                    ),
                ),
                (
                    "start_date",
                    models.DateField(
                        blank=True,
                        help_text="The day, or the first day. Of a month or year enter its first day.",
                        null=True,
                        verbose_name="date",
                    ),
                ),
                (
                    "end_date",
                    models.DateField(
                        blank=True,
                        help_text="Only for an event of several days.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "date_precision",
                    models.CharField(
                        choices=[
                            ("day", "the day"),
                            ("month", "the month"),
                            ("year", "the year"),
                            ("reported", "only the day it was first reported"),
                        ],
                        default="day",
                        max_length=10,
                        verbose_name="known is",
                    ),
                ),
                (
                    "start_time",
                    models.TimeField(
                        blank=True,
                        help_text="Local time: 18:30.",
                        null=True,
                        verbose_name="begins at",
                    ),
                ),
                ("end_time", models.TimeField(blank=True, null=True, verbose_name="ends at")),
                ("last_day", models.DateField(editable=False, null=True)),
                (
                    "status_in_world",
                    models.CharField(
                        choices=[
                            ("scheduled", "scheduled"),
                            ("postponed", "postponed"),
                            ("rescheduled", "rescheduled"),
                            ("cancelled", "cancelled"),
                            ("held", "held"),
                        ],
                        default="held",
                        max_length=12,
                        verbose_name="event status",
                    ),
                ),
                (
                    "ordinal",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="34 for the 34th, as the reports count.",
                        null=True,
                        verbose_name="which anniversary",
                    ),
                ),
                (
                    "summary",
                    events.models.fields.ProseField(
                        blank=True, help_text="One or two plain sentences.", verbose_name="summary"
                    ),
                ),
                (
                    "description",
                    events.models.fields.ProseField(
                        blank=True, help_text="Markdown.", verbose_name="description"
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
                        help_text="What is commemorated or celebrated.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.occasion",
                        verbose_name="occasion",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The venue; the city or country where no more is known.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.place",
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical event",
                "verbose_name_plural": "historical events",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="event",
            name="place",
            field=models.ForeignKey(
                blank=True,
                help_text="The venue; the city or country where no more is known.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="events",
                to="events.place",
                verbose_name="place",
            ),
        ),
        migrations.CreateModel(
            name="ProgrammeItem",
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
                            ("speech", "speech"),
                            ("minute_of_silence", "minute of silence"),
                            ("wreath_laying", "wreath laying"),
                            ("candle_lighting", "candle lighting"),
                            ("memorial_service", "memorial service"),
                            ("prayer", "prayer"),
                            ("anthem", "anthem"),
                            ("flag_ceremony", "flag ceremony"),
                            ("film_screening", "film screening"),
                            ("photo_exhibition", "photo exhibition"),
                            ("exhibition", "exhibition"),
                            ("concert", "concert"),
                            ("performance", "performance"),
                            ("reading", "reading"),
                            ("panel", "panel"),
                            ("book_presentation", "book presentation"),
                            ("reception", "reception"),
                            ("march", "march or procession"),
                            ("unveiling", "unveiling"),
                            ("awards", "awards"),
                            ("message_reading", "message read out"),
                            ("testimony", "testimony"),
                            ("tribute", "tribute"),
                            ("military_honours", "military honours"),
                            ("bells_sirens", "bells or sirens"),
                            ("signing", "signing"),
                            ("competition", "competition"),
                            ("other", "other part"),
                        ],
                        default="speech",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "title",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="Only where there is more to say than its kind.",
                        max_length=300,
                        verbose_name="title",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("time", models.TimeField(blank=True, null=True, verbose_name="time")),
                (
                    "is_cancelled",
                    models.BooleanField(default=False, verbose_name="did not take place"),
                ),
                (
                    "note",
                    events.models.fields.LineField(blank=True, max_length=300, verbose_name="note"),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="programme",
                        to="events.event",
                    ),
                ),
                (
                    "people",
                    models.ManyToManyField(
                        blank=True,
                        related_name="programme_items",
                        to="events.person",
                        verbose_name="people",
                    ),
                ),
            ],
            options={
                "verbose_name": "programme item",
                "verbose_name_plural": "programme",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalProgrammeItem_people",
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
                        to="events.historicalprogrammeitem",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.person",
                    ),
                ),
                (
                    "programmeitem",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.programmeitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalProgrammeItem_people",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Rendition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("spec", models.CharField(max_length=20)),
                (
                    "file",
                    models.FileField(
                        max_length=200, upload_to=events.models.media.unguessable_name
                    ),
                ),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="renditions",
                        to="events.mediaitem",
                    ),
                ),
            ],
            options={
                "ordering": ["item", "width", "spec"],
            },
        ),
        migrations.CreateModel(
            name="EventTopic",
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
                        to="events.event",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="event_links",
                        to="events.topic",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="event",
            name="topics",
            field=taggit.managers.TaggableManager(
                blank=True,
                help_text="Separated by commas.",
                through="events.EventTopic",
                to="events.Topic",
                verbose_name="topics",
            ),
        ),
        migrations.CreateModel(
            name="Work",
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
                ("title", events.models.fields.LineField(max_length=300, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("film", "film"),
                            ("documentary", "documentary film"),
                            ("short_film", "short film"),
                            ("video", "video"),
                            ("music", "piece of music"),
                            ("book", "book"),
                            ("poem", "poem"),
                            ("exhibition", "exhibition"),
                            ("performance", "performance"),
                            ("other", "other work"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year"),
                ),
                (
                    "creators",
                    models.ManyToManyField(
                        blank=True,
                        related_name="works",
                        to="events.person",
                        verbose_name="creators",
                    ),
                ),
            ],
            options={
                "verbose_name": "work",
                "verbose_name_plural": "works",
                "ordering": ["sort_key", "pk"],
            },
            bases=(events.models.linkable.PublicWhenLinked, models.Model),
        ),
        migrations.AddField(
            model_name="programmeitem",
            name="works",
            field=models.ManyToManyField(
                blank=True, related_name="programme_items", to="events.work", verbose_name="works"
            ),
        ),
        migrations.CreateModel(
            name="Name",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", events.models.fields.LineField(max_length=300, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("alias", "also called"),
                            ("short", "short name"),
                            ("acronym", "acronym"),
                            ("former", "former name"),
                            ("transliteration", "transliteration"),
                            ("translation", "translation"),
                        ],
                        default="alias",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    events.models.fields.LanguageField(
                        blank=True, max_length=20, verbose_name="language"
                    ),
                ),
                ("name_key", models.CharField(db_index=True, editable=False, max_length=300)),
                (
                    "occasion",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="events.occasion",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="events.organization",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="events.person",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="events.place",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="events.work",
                    ),
                ),
            ],
            options={
                "verbose_name": "other name",
                "verbose_name_plural": "other names",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalWork_creators",
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
                        to="events.historicalwork",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.person",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.work",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalWork_creators",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalProgrammeItem_works",
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
                        to="events.historicalprogrammeitem",
                    ),
                ),
                (
                    "programmeitem",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.programmeitem",
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.work",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalProgrammeItem_works",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="EventListing",
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
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="listings",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["heading", "-date", "-event"], name="event_listing")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("event", "heading"), name="event_listed_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="EventMedia",
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
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="media",
                        to="events.event",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="events.mediaitem",
                        verbose_name="media item",
                    ),
                ),
            ],
            options={
                "verbose_name": "photo or other media",
                "verbose_name_plural": "media",
                "ordering": ["order", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("event", "item"), name="event_media_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Involvement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("organizer", "organizer"),
                            ("supporter", "supporter"),
                            ("host", "host"),
                            ("partner", "partner"),
                            ("participant", "participant"),
                        ],
                        default="organizer",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="involvements",
                        to="events.event",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="involvements",
                        to="events.organization",
                        verbose_name="organization",
                    ),
                ),
            ],
            options={
                "verbose_name": "organization",
                "verbose_name_plural": "organizations",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "organization", "role"), name="involvement_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("speaker", "speaker"),
                            ("chair", "chair"),
                            ("host", "host"),
                            ("performer", "performer"),
                            ("guest_of_honour", "guest of honour"),
                            ("celebrant", "celebrant"),
                            ("honoree", "honoree"),
                            ("message_sender", "sent a message"),
                            ("attendee", "attendee"),
                        ],
                        default="speaker",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "capacity",
                    events.models.fields.LineField(
                        blank=True,
                        help_text="First Secretary of the Embassy of …",
                        max_length=300,
                        verbose_name="capacity stated then",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="events.event",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="represented",
                        to="events.organization",
                        verbose_name="speaking for",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="events.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "participation",
                "verbose_name_plural": "people taking part",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "person", "role"), name="participation_once"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent__isnull", True),
                    models.Q(("parent", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="place_not_inside_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "country"), _negated=True),
                    ("parent__isnull", True),
                    _connector="OR",
                ),
                name="country_inside_nothing",
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("latitude__isnull", True),
                        ("longitude__isnull", True),
                        ("point_precision", ""),
                    ),
                    models.Q(
                        ("latitude__isnull", False),
                        ("longitude__isnull", False),
                        ("latitude__range", (-90, 90)),
                        ("longitude__range", (-180, 180)),
                        models.Q(("point_precision", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="point_whole_and_on_earth",
            ),
        ),
        migrations.AddConstraint(
            model_name="organization",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent__isnull", True),
                    models.Q(("parent", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="organization_not_part_of_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="occasion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("original_date__isnull", False), ("date_precision", "day"), _connector="OR"
                ),
                name="occasion_precision_needs_date",
            ),
        ),
        migrations.AddIndex(
            model_name="rendition",
            index=models.Index(fields=["file"], name="rendition_by_file"),
        ),
        migrations.AddConstraint(
            model_name="rendition",
            constraint=models.UniqueConstraint(fields=("item", "spec"), name="rendition_once"),
        ),
        migrations.AddConstraint(
            model_name="eventtopic",
            constraint=models.UniqueConstraint(
                fields=("content_object", "tag"), name="event_topic_once"
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["-start_date", "-id"], name="event_by_date"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["place", "-start_date", "-id"], name="event_by_place"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["occasion", "-start_date", "-id"], name="event_by_occasion"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["-modified_at"], name="event_by_change"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("public_since__isnull", True)),
                fields=["status", "-start_date", "-id"],
                name="event_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("end_date__isnull", True),
                    models.Q(
                        ("end_date__gte", models.F("start_date")), ("start_date__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="event_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "published"), _negated=True),
                    models.Q(("start_date__isnull", False), models.Q(("title", ""), _negated=True)),
                    _connector="OR",
                ),
                name="event_published_with_title_and_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="name",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("occasion__isnull", True),
                        ("organization__isnull", True),
                        ("person__isnull", True),
                        ("place__isnull", False),
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
                        ("person__isnull", False),
                        ("place__isnull", True),
                        ("work__isnull", True),
                    ),
                    models.Q(
                        ("occasion__isnull", False),
                        ("organization__isnull", True),
                        ("person__isnull", True),
                        ("place__isnull", True),
                        ("work__isnull", True),
                    ),
                    models.Q(
                        ("occasion__isnull", True),
                        ("organization__isnull", True),
                        ("person__isnull", True),
                        ("place__isnull", True),
                        ("work__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="name_of_exactly_one",
            ),
        ),
    ]
    operations = [CreateTogether(operations)]
