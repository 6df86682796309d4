"""The search index: names as a table of the project, words in what each database is best at."""

from django.db import migrations, models

_SQLITE = (
    # Words come folded and parted by spaces; signs that stand in marks count as letters.
    """CREATE VIRTUAL TABLE search_text USING fts5(
        title, lead, body, marks,
        content='', columnsize=0, tokenize="ascii tokenchars ':=-_'"
    )""",
    """CREATE TABLE search_entry (
        key INTEGER PRIMARY KEY, identity INTEGER NOT NULL UNIQUE, words BLOB NOT NULL
    )""",
    "CREATE TABLE search_word (word TEXT PRIMARY KEY) WITHOUT ROWID",
)

_POSTGRESQL = (
    # The vectors lie beside the table, so that reading the numbers of matches is reading little.
    """CREATE TABLE search_entry (
        key bigint PRIMARY KEY, identity bigint NOT NULL UNIQUE, words tsvector NOT NULL
    ) WITH (toast_tuple_target = 128)""",
    # They hardly shrink, so that trying is time lost.
    "ALTER TABLE search_entry ALTER COLUMN words SET STORAGE EXTERNAL",
    # Without a list of what is pending: that would make one writer in a hundred wait for all.
    "CREATE INDEX search_entry_words ON search_entry USING gin (words) WITH (fastupdate = off)",
    """CREATE TABLE search_word (word text COLLATE "C" PRIMARY KEY)""",
    'ALTER TABLE events_knownname ALTER COLUMN turned TYPE varchar(300) COLLATE "C"',
    'ALTER TABLE events_knownname ALTER COLUMN sound TYPE varchar(60) COLLATE "C"',
    # Looks through one period after the other until enough is found. Never row by row: to test a
    # row is to fetch its vector, which the planner takes for cheap. `key + 0` keeps it from the
    # order of the primary key, and without the GIN index (while much is loaded) there is no answer.
    """CREATE FUNCTION search_keys(
        asked tsquery, marks tsquery[], lows bigint[], highs bigint[], direction integer, most integer
    ) RETURNS SETOF bigint LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
    DECLARE
        wanted integer := most;
        found integer;
    BEGIN
        IF NOT EXISTS (
            SELECT FROM pg_index
            WHERE indexrelid = to_regclass('search_entry_words') AND indisvalid
        ) THEN
            RETURN;
        END IF;
        FOR period IN 1 .. coalesce(array_length(lows, 1), 0) LOOP
            RETURN QUERY
                SELECT key FROM search_entry
                WHERE words @@ (asked && marks[period])
                  AND key + 0 BETWEEN lows[period] AND highs[period]
                ORDER BY key * direction DESC
                LIMIT wanted;
            GET DIAGNOSTICS found = ROW_COUNT;
            wanted := wanted - found;
            EXIT WHEN wanted <= 0;
        END LOOP;
    END
    $$""",
)


def make(apps, schema_editor):
    for statement in _SQLITE if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL:
        schema_editor.execute(statement, params=None)


def unmake(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE search_text")
    else:
        schema_editor.execute("DROP FUNCTION search_keys")
    schema_editor.execute("DROP TABLE search_entry")
    schema_editor.execute("DROP TABLE search_word")


class Migration(migrations.Migration):
    dependencies = [("events", "0002_public_index")]

    operations = [
        migrations.CreateModel(
            name="KnownName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("noun", models.CharField(max_length=20)),
                ("record", models.BigIntegerField()),
                ("name", models.CharField(max_length=300)),
                ("key", models.CharField(max_length=300)),
                ("turned", models.CharField(max_length=300)),
                ("sound", models.CharField(max_length=60)),
                ("is_whole", models.BooleanField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["noun", "record"], name="known_name_of"),
                    models.Index(fields=["key"], name="known_name_key"),
                    models.Index(fields=["turned"], name="known_name_turned"),
                    models.Index(fields=["sound"], name="known_name_sound"),
                ],
            },
        ),
        migrations.RunPython(make, unmake, atomic=True),
    ]
