"""The JSON Schema of one line of an archive file, told by the shapes that read it."""

from events.importers.entries import LONGEST_REFERENCE
from events.importers.fields import Schema
from reports.importers.shapes import SHAPES


def archive_schema() -> Schema:
    """JSON Schema 2020-12; docs/archive.schema.json is this, written down."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of a Dateline archive file",
        "type": "object",
        "required": ["kind", "ref"],
        "properties": {"kind": {"enum": list(SHAPES)}},
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": kind}}},
                "then": {"$ref": f"#/$defs/{kind}"},
            }
            for kind in SHAPES
        ],
        "$defs": {kind: _entry_schema(shape.schema(), kind) for kind, shape in SHAPES.items()},
    }


def _entry_schema(schema: Schema, kind: str) -> Schema:
    ref = {"type": "string", "minLength": 1, "maxLength": LONGEST_REFERENCE}
    return schema | {"properties": {"kind": {"const": kind}, "ref": ref} | schema["properties"]}
