"""How what came of fetching a source is coloured."""

from core.admin.read_only import Colours
from sources.labels import OUTCOMES

FETCH_COLOURS = Colours({OUTCOMES["ok"]: "success", OUTCOMES["not_modified"]: "success"})
