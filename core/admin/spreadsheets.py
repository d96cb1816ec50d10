"""What `core.formula_cells` makes of texts, spelt by PostgreSQL."""

from django.db.models import Func, TextField, Value
from django.db.models.expressions import Combinable

from core.formula_cells import FORMULA


class Disarmed(Func):
    """What `disarmed` makes of a column."""

    function = "regexp_replace"
    output_field = TextField()

    def __init__(self, expression: str | Combinable) -> None:
        # PostgreSQL holds no U+0000.
        super().__init__(expression, Value("(?=" + FORMULA.replace("\0", "") + ")"), Value("'"))


class CsvLine(Func):
    """These columns as one line of RFC 4180 without its end, every cell quoted, in which nothing is run as a formula.

    PostgreSQL spells it: Python takes four times as long, most of it for what has nothing to be disarmed.
    """

    function = "concat_ws"
    output_field = TextField()

    def __init__(self, *cells: str | Combinable) -> None:
        super().__init__(Value(","), *map(_Quoted, cells))


class _Quoted(Func):
    template = """'"' || replace(coalesce((%(expressions)s)::text, ''), '"', '""') || '"'"""
    output_field = TextField()
