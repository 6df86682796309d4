"""How many records answer a question, on PostgreSQL, without putting them in order."""

from django.db import migrations

# As `search_keys`: never row by row. What is frequent has enough matches in `near`, a short time;
# what is not is counted at once over everything, which costs less than period after period.
_MAKE = """CREATE FUNCTION search_number(
    asked tsquery, near tsquery, low bigint, high bigint, most integer
) RETURNS bigint LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
DECLARE
    number bigint := 0;
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_index
        WHERE indexrelid = to_regclass('search_entry_words') AND indisvalid
    ) THEN
        RETURN 0;
    END IF;
    FOR step IN 1 .. 2 LOOP
        SELECT count(*) INTO number FROM (
            SELECT FROM search_entry
            WHERE words @@ (CASE step WHEN 1 THEN asked && near ELSE asked END)
              AND key + 0 BETWEEN low AND high
            LIMIT most
        ) matching;
        EXIT WHEN number >= most;
    END LOOP;
    RETURN number;
END
$$"""


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(_MAKE, params=None)


def unmake(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION search_number")


class Migration(migrations.Migration):
    dependencies = [("events", "0003_search")]

    operations = [migrations.RunPython(make, unmake, atomic=True)]
