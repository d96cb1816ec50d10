"""What JSON-LD is held against: shapes made of schema.org's own vocabulary, and W3C's rules of annotations."""

import importlib.util
import json
from functools import lru_cache
from pathlib import Path

from jsonschema import Draft202012Validator
from rdflib import RDF, RDFS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

SCHEMA = Namespace("http://schema.org/")
SHACL = Namespace("http://www.w3.org/ns/shacl#")
#: Values that stand in JSON as texts or numbers, and not as things.
_PLAIN = {"Text", "URL", "Number", "Integer", "Float", "Date", "DateTime", "Time", "Boolean"}


@lru_cache
def _vocabulary() -> dict[str, dict]:
    folder = importlib.util.find_spec("rocrate").submodule_search_locations[0]
    document = json.loads(Path(folder, "data", "schema.jsonld").read_text())
    return {
        node["@id"].removeprefix("schema:"): node for node in document["@graph"] if node["@id"].startswith("schema:")
    }


def _names(node: dict, relation: str) -> list[str]:
    found = node.get(relation, [])
    return [each["@id"].removeprefix("schema:") for each in (found if isinstance(found, list) else [found])]


def _with_parents(kind: str) -> set[str]:
    parents = _names(_vocabulary().get(kind, {}), "rdfs:subClassOf")
    return {kind}.union(*map(_with_parents, parents))


def shapes_of(graph: Graph) -> Graph:
    """Return SHACL shapes for the types that a graph has: closed, each property with the types of its range.

    Of the vocabulary there is only what the graph has a word of; a type that the vocabulary does not have gets a shape
    that nothing fits.
    """
    shapes = Graph()
    used = {str(each).removeprefix(str(SCHEMA)) for each in graph.predicates()}
    for kind in _kinds(graph):
        shape, ignored = BNode(), BNode()
        shapes.add((shape, RDF.type, SHACL.NodeShape))
        # By node: the target of a class would be the things of its subclasses too, which have more properties.
        for node in graph.subjects(RDF.type, SCHEMA[kind]):
            shapes.add((shape, SHACL.targetNode, node))
        shapes.add((shape, SHACL.closed, Literal(True)))
        shapes.add((shape, SHACL.ignoredProperties, ignored))
        Collection(shapes, ignored, [RDF.type])
        if kind not in _vocabulary():
            shapes.add((shape, SHACL.maxExclusive, Literal(0)))
        for name in used & set(_vocabulary()):
            term = _vocabulary()[name]
            if _with_parents(kind) & set(_names(term, "schema:domainIncludes")):
                _add_property(shapes, shape, name, _names(term, "schema:rangeIncludes"))
    return shapes


def parents_in(graph: Graph) -> Graph:
    """Return what the types that a graph has are kinds of, by the vocabulary."""
    found = Graph()
    for kind in _kinds(graph):
        for parent in _with_parents(kind):
            found.add((SCHEMA[kind], RDFS.subClassOf, SCHEMA[parent]))
    return found


def _kinds(graph: Graph) -> set[str]:
    return {str(each).removeprefix(str(SCHEMA)) for each in graph.objects(None, RDF.type)}


def _add_property(shapes: Graph, shape: BNode, name: str, ranges: list[str]) -> None:
    described, chosen = BNode(), BNode()
    shapes.add((shape, SHACL.property, described))
    shapes.add((described, SHACL.path, SCHEMA[name]))
    choices = [_choice(shapes, SHACL["class"], SCHEMA[each]) for each in ranges if each not in _PLAIN]
    if _PLAIN & set(ranges):
        choices.append(_choice(shapes, SHACL.nodeKind, SHACL.IRIOrLiteral if "URL" in ranges else SHACL.Literal))
    shapes.add((described, SHACL["or"], chosen))
    Collection(shapes, chosen, choices)


def _choice(shapes: Graph, rule: URIRef, value: URIRef) -> BNode:
    choice = BNode()
    shapes.add((choice, rule, value))
    return choice


_TEXT = {"type": "string", "minLength": 1}
_IRI = {"type": "string", "pattern": "^https?://"}
_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"}
#: The MUSTs of the Web Annotation Data Model for what we write of it; the sections are those of the recommendation.
_ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],  # 3.1
    "properties": {
        "id": _IRI,
        "type": {"const": "Annotation"},
        "created": _MOMENT,  # 3.3.1
        "motivation": {
            "enum": ["assessing", "classifying", "commenting", "describing", "identifying", "linking"]
        },  # 3.3.5
        "body": {
            "type": "array",
            "items": {  # 3.2.4
                "type": "object",
                "required": ["type", "value"],
                "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}, "purpose": _TEXT},
            },
        },
        "target": {  # 4
            "type": "object",
            "required": ["source", "selector"],
            "properties": {
                "type": {"const": "SpecificResource"},
                "source": _IRI,
                "selector": {
                    "type": "array",
                    "prefixItems": [
                        {  # 4.2.4
                            "required": ["type", "exact"],
                            "properties": {"type": {"const": "TextQuoteSelector"}, "exact": _TEXT},
                        },
                        {  # 4.2.5
                            "required": ["type", "start", "end"],
                            "properties": {
                                "type": {"const": "TextPositionSelector"},
                                "start": {"type": "integer", "minimum": 0},
                                "end": {"type": "integer", "minimum": 1},
                            },
                        },
                    ],
                    "items": False,
                    "minItems": 2,
                },
                "state": {  # 4.3.1
                    "required": ["type", "sourceDate"],
                    "properties": {"type": {"const": "TimeState"}, "sourceDate": _MOMENT, "cached": _IRI},
                },
            },
        },
    },
}
_PAGE = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],  # 5.2
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": _IRI,
        "type": {"const": "AnnotationPage"},
        "startIndex": {"type": "integer", "minimum": 0},
        "items": {"type": "array", "items": _ANNOTATION},
    },
}


def faults_of_annotations(document: dict) -> list[str]:
    """Return what a page of annotations does not have as the data model wants it."""
    return [error.message for error in Draft202012Validator(_PAGE).iter_errors(document)]
