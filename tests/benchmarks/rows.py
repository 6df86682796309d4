"""How many rows a query reads, counted by the database itself, table by table.

PostgreSQL tells in EXPLAIN ANALYZE. Python's SQLite has no such counter, so the query is asked once
more with a function of ours first in every WHERE: SQLite calls it for each row it looks at. Both
count what was looked at and thrown away as well as what was returned.
"""

import json
import re
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

from django.db import connection


@dataclass
class Reading:
    """What one query read: rows of each table, and by which indexes."""

    sql: str
    rows: Counter = field(default_factory=Counter)
    plan: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.rows.total()

    @property
    def lines(self) -> int:
        """Rows of the public index, by which lists find their records."""
        return sum(size for table, size in self.rows.items() if table.endswith("listing"))


@contextmanager
def queries_kept():
    """The (sql, params) of every SELECT inside the block."""
    kept: list[tuple[str, tuple]] = []

    def keep(execute, sql, params, many, context):
        if sql.startswith("SELECT"):
            kept.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        yield kept


def reading_of(sql: str, params: tuple) -> Reading:
    """Ask the query again and count."""
    count = _on_postgresql if connection.vendor == "postgresql" else _on_sqlite
    return count(sql, params)


# --- PostgreSQL -----------------------------------------------------------------------------------


def _on_postgresql(sql: str, params: tuple) -> Reading:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", params)
        [(answer,)] = cursor.fetchall()
    plans = json.loads(answer) if isinstance(answer, str) else answer
    reading = Reading(sql)
    _add_node(reading, plans[0]["Plan"])
    return reading


def _add_node(reading: Reading, node: dict) -> None:
    if table := node.get("Relation Name"):
        thrown_away = sum(size for name, size in node.items() if name.startswith("Rows Removed by"))
        each = node["Actual Rows"] + thrown_away
        reading.rows[table] += round(each * node["Actual Loops"])
        reading.plan.append(f"{node['Node Type']} {table} {node.get('Index Name', '')}".strip())
    elif "Index Name" in node:
        reading.plan.append(f"{node['Node Type']} {node['Index Name']}")
    elif node["Node Type"] in ("Sort", "Incremental Sort", "Hash"):
        reading.plan.append(node["Node Type"])
    for below in node.get("Plans", ()):
        _add_node(reading, below)


# --- SQLite ---------------------------------------------------------------------------------------

# As Django writes it: FROM "table", JOIN "table" T4, FROM "table" U0; 6.1 quotes the alias: "U0".
_TABLE = re.compile(r'(?:FROM|JOIN) "(\w+)"(?: "?([A-Z]\d+)"?)?(?= |\)|$)')
_CLAUSES = (" WHERE ", " GROUP BY ", " ORDER BY ", " LIMIT ")


_looked_at: Counter = Counter()


def _look(table: str, row: int | None) -> int:
    _looked_at[table] += row is not None  # NULL stands in where a LEFT JOIN finds nothing
    return 1


@cache  # until the next commit after FTS5 was configured, SQLite lets no function be replaced
def _teach(database) -> None:
    database.create_function("looked_at", 2, _look)


def _on_sqlite(sql: str, params: tuple) -> Reading:
    reading, counted = Reading(sql), counting(sql)
    _teach(connection.connection)
    _looked_at.clear()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        reading.plan = [row[-1] for row in cursor.fetchall()]
        cursor.execute(f"EXPLAIN QUERY PLAN {counted}", params)
        if [row[-1] for row in cursor.fetchall()] != reading.plan:
            raise ValueError(f"Counting changes how SQLite answers: {sql}")
        cursor.execute(counted, params)
        cursor.fetchall()
    reading.rows.update(_looked_at)
    return reading


def counting(sql: str) -> str:
    """The query with a call of `looked_at` for each of its tables, in each of its parts.

    A condition that no index can use changes no plan, and SQLite tests conditions on the columns of
    an index in the order they stand: the first is asked for every row.
    """
    flat, inner = _without_parentheses(sql)
    if flat.startswith("SELECT "):
        flat = _with_calls(flat)
    return re.sub(r"\0(\d+)\0", lambda match: counting(inner[int(match[1])]), flat)


def _without_parentheses(text: str) -> tuple[str, list[str]]:
    """The text with a number for each of its parentheses, and what stands in them."""
    flat, inner, depth, start = [], [], 0, 0
    for position, sign in enumerate(text):
        if sign == ")":
            depth -= 1
            if depth == 0:
                flat.append(f"\0{len(inner)}\0")
                inner.append(text[start:position])
        if depth == 0:
            flat.append(sign)
        if sign == "(":
            depth += 1
            if depth == 1:
                start = position + 1
    return "".join(flat), inner


def _with_calls(flat: str) -> str:
    tables = [(name, alias or f'"{name}"') for name, alias in _TABLE.findall(flat)]
    if not tables:
        return flat
    # By its rowid, the one column that is in every index.
    calls = " AND ".join(f"looked_at('{name}', {alias}.rowid)" for name, alias in tables)
    ends = [flat.find(clause) for clause in _CLAUSES if clause in flat]
    at = min(ends, default=len(flat))
    if flat[at:].startswith(" WHERE "):
        after = at + len(" WHERE ")
        rest = min(
            (flat.find(clause, after) for clause in _CLAUSES[1:] if clause in flat[after:]),
            default=len(flat),
        )
        return f"{flat[:after]}{calls} AND ({flat[after:rest]}){flat[rest:]}"
    return f"{flat[:at]} WHERE {calls}{flat[at:]}"
