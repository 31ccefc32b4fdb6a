"""The JSON Schema of deal files: in step with the reader, valid, and saying all that a schema can say.

A schema knows shapes, ranges and words. That ids name something, that shares add to 1, that somebody decides, is the
reader's business alone. So for every mutation of a deal that uses every field: what the schema refuses the reader
refuses too, and what only the reader refuses it refuses for one of the reasons listed in MEANING.
"""

import json
import re
from copy import deepcopy
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from random_deals import random_deal

bg = pytest.importorskip("buygraph")

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = bg.schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker(["date"]))

# A deal that uses every field there is; test_every_field_is_used holds it to that.
FULL = {
    "buygraph": 1, "name": "产线控制系统", "account": "Example Foods", "id": "d1", "currency": "EUR",
    "value": 480000, "pursuit_cost": 9000, "close_date": "2026-12-31", "owner": "me", "language": "zh",
    "as_of": "2026-10-15", "notes": "line one\nline two",
    "offers": [
        {"id": "us", "name": "Ours", "kind": "ours",
         "ratings": {"reliability": 8, "cost": {"measure": 0.95, "sd": 0.02}, "risk": {"score": 7, "sd": 0.5}},
         "terms": {"price": 480000, "list_price": 500000, "credit_limit": 100000, "yearly_benefit": [9e4, 1.2e5],
                   "payments": [{"share": 0.3, "days": 0}, {"share": 0.7, "days": 60}],
                   "yearly_running_cost": 8000, "contract_years": 3},
         "economics": {"cost": 350000, "target_margin": 0.25, "floor_margin": 0.05, "discount_rate": 0.08}},
        {"id": "rival", "kind": "competitor", "terms": {"yearly_benefit": 70000}},
        {"id": "stay", "kind": "status_quo"},
    ],
    "people": [
        {"id": "chen", "name": "陈立", "title": "总经理", "department": "Board", "level": 4,
         "roles": ["decision_maker"],
         "concerns": {"risk": 9, "carbon_image": {"importance": 4, "sd": 0.5, "kind": "personal"}},
         "personal_emphasis": {"buy": 0.4, "vendor": 1.5}, "susceptibility": 0.3, "leaning": {"us": 0.1},
         "veto": False, "votes": 2, "counterparts": 2,
         "perceptions": [{"offer": "us", "concern": "risk", "score": 6, "sd": 0.8}]},
        {"id": "liu", "roles": {"technical": 2, "user": 1}, "reports_to": "chen"},
        {"id": "seat", "roles": "finance", "vacant": True},
        {"id": "old", "roles": ["purchaser"], "departed": True},
    ],
    "ties": [{"from": "liu", "to": "chen", "kind": "advises", "strength": 0.5, "sd": 0.2}],
    "evidence": [
        {"about": "liu", "offer": "us", "stance": "supporter", "source": "chen", "date": "2026-09-28"},
        {"about": "chen", "offer": "rival", "stance": -0.2, "reliability": 0.8},
    ],
    "decision": {"rule": "quota", "decider": {"chen": 0.7, "liu": 0.3}, "quota": 0.6, "rounds": 2, "agreement": 1.5,
                 "veto_line": -0.2, "veto_temperature": 0.1, "temperature": 0.2, "indecision": 0.1, "conflict": 0.4,
                 "date": "2026-12-18"},
    "team": [{"id": "me", "name": "You", "functions": ["sales"], "level": 2, "capacity": 3, "hours": 10,
              "languages": ["zh", "en"], "knows": ["liu"]}],
    "actions": [{"kind": "demo_day", "who": "me", "whom": ["liu"], "concerns": ["risk"], "hours": 4, "cost": 200,
                 "effect": 0.2}],
    "moves": [
        {"kind": "score", "offer": "us", "concern": "risk", "person": "liu", "gate": "buy", "by": 0.1},
        {"kind": "tie_strength", "from": "liu", "to": "chen", "by": -0.1},
    ],
    "customer": {"budget": 470000, "discount_rate": 0.1, "horizon_years": 5, "target_npv": 90000,
                 "target_saving": 0.1},
    "uncertainty": {"deviation_sd": 0.25, "tie_sd": 0.3, "drift": 0.1, "bias_sd": 0.15},
    "catalog": {
        "roles": {"legal": {"labels": {"zh": "法务", "en": "Legal"}, "descriptions": "Reads the contract.",
                            "importance": {"risk": 9, "carbon": 3}, "susceptibility": 0.2, "veto": True}},
        "concerns": {"carbon": {"labels": "CO₂", "descriptions": {"zh": "碳排放", "en": "Carbon"},
                                "kind": "organisational", "importance": {"user": 4}, "unit": {"zh": "吨", "en": "t"},
                                "points": [[0, 10], [50, 1]],
                                "advice": {"lead": "CO₂, {person}!", "mend": {"en": "Ahead of {rival}."},
                                           "ask": {"zh": "问{concern}。", "en": "Ask."}}}},
    },
}

# Faults of form: what a schema can say. If the reader finds one, the schema has to refuse the file as well.
FORM = [
    r"has the wrong type", r"is none of the words known here", r'there is no field ".*" here', r"\w+ is missing",
    r"\w+ is out of range", r"\w+ is not a finite number", r"the format is missing or unknown", r"an entry is empty",
    r"an id is empty", r"a rating needs a score or a measure", r"a value function needs two points",
]
# Faults of meaning: what looks at more than one place, which a schema cannot. (What makes a text unfit to be shown, a
# pattern could say; it would stand at each of the texts and help nobody to write one.)
MEANING = [
    r"text holds a control character", r"text holds a bidirectional override", r"names something that is not there",
    r"the id is used twice", r"the id is kept for the status quo", r"there must be exactly one offer of kind ours",
    r"too many competitors", r"more than one status quo", r"this concern takes no measure",
    r"the shares do not add to 1", r"the probabilities do not add to 1",
    r"the target margin is not above the floor margin", r"all importances are 0", r"looks like a misspelt concern",
    r"a concern of one's own needs an importance", r"the catalog says another kind",
    r"two people disagree on the kind of this concern", r"the role says another importance",
    r"the measures do not rise", r"the shares of the roles are all 0", r"stands twice in the list",
    r"holds a placeholder that is not known",
    r"the same view is given twice", r"ties a person to himself", r"reports to himself",
    r"the reporting lines run in a circle", r"nobody is left in the computation", r"the rule \w+ needs a decider",
    r"the decider has left", r"the rule counts votes and nobody has any",
    r"an action of one's own kind needs hours and effect", r"a move of kind \w+ needs \w+",
]


def is_one_of(fault, patterns):
    said = fault.message.rsplit(": ", 1)[-1]
    return any(re.fullmatch(pattern, said) for pattern in patterns)


def resolved(schema):
    while "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


def inner_schemas(schema, value):
    """(step, schema) of everything that stands directly in a value."""
    if isinstance(value, dict) and schema.get("type") == "object":
        for key in value:
            inner = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            if inner:
                yield key, inner
    if isinstance(value, list) and schema.get("type") == "array":
        parts = schema.get("prefixItems", [])
        for i in range(len(value)):
            yield i, parts[i] if i < len(parts) else schema["items"]


def places(schema, value, path=()):
    """Every place of a value, with each schema that may hold there: (path, value, schema)."""
    schema = resolved(schema)
    for choice in (resolved(choice) for choice in schema.get("oneOf", [])):
        yield from places(choice, value, path) if set(choice) != {"required"} else ()
    yield path, value, schema
    for step, inner in inner_schemas(schema, value):
        yield from places(inner, value[step], (*path, step))


ODD_TYPES = [True, 3, 0.5, "text", "", "bell \a", "\u202egnp.exe", [], ["text"], [""], {}, {"text": 1}, {"": 1}, [1, 2],
             [[1, 2]]]
ODD_DAYS = ["2026-02-29", "2024-02-29", "2026-2-01", "2026-13-01", "0000-01-01", "26-01-01", "2026-01-01T00:00",
            "2026/01/01"]


def odd_values(schema):
    """Values of other types, at the ends of the range and just beyond, misspelt words, days that do not exist."""
    yield from ODD_TYPES
    for key in ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"):
        if key in schema:
            yield from (schema[key] + step for step in (0, -1e-9, 1e-9, -1, 1, -1e12, 1e12))
    if "enum" in schema:
        yield from (*schema["enum"], schema["enum"][0] + "x", schema["enum"][0].upper())
    if "const" in schema:
        yield from (float(schema["const"]), schema["const"] + 1, str(schema["const"]))
    if schema.get("type") == "integer":
        yield from (2.0, 2.5, 1e300)
    if "pattern" in schema:
        yield from ODD_DAYS


def mutations():
    """(path, value): FULL with another value in one place, or without it where the value is Ellipsis. Each once."""
    found = {}
    for path, value, schema in places(SCHEMA, FULL):
        changes = [(path, odd) for odd in odd_values(schema)]
        if isinstance(value, dict):
            changes += [((*path, "unheard_of"), 1)] if schema.get("additionalProperties") is False else []
            changes += [((*path, name), ...) for name in schema.get("required", []) if name in value]
        for at, odd in changes:
            found.setdefault(json.dumps([at, "…" if odd is ... else odd]), (at, odd))
    return list(found.values())


def changed(path, value):
    if not path:
        return value
    deal = at = deepcopy(FULL)
    for step in path[:-1]:
        at = at[step]
    if value is ...:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return deal


def faults_of(document):
    """The reader's faults; a document that is no object goes in as text."""
    return bg.validate(document if isinstance(document, dict) else json.dumps(document).encode())


MUTATIONS = mutations()


def test_the_file_in_docs_is_this_schema():
    assert json.loads((ROOT / "docs" / "deal.schema.json").read_text(encoding="utf-8")) == SCHEMA, (
        "buygraph schema > docs/deal.schema.json")


def test_it_is_a_schema_of_2020_12():
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_field_has_a_description():
    for name, object_schema in [("deal", SCHEMA), *SCHEMA["$defs"].items()]:
        for field, schema in object_schema["properties"].items():
            assert len(schema["description"]) > 5, (name, field)


def test_every_field_is_used():
    """Without this the mutations would miss a field that is added later."""
    objects = [(value, schema) for _, value, schema in places(SCHEMA, FULL) if isinstance(value, dict)]
    used = {(id(schema), field) for value, schema in objects for field in value}
    for name, object_schema in [("deal", SCHEMA), *SCHEMA["$defs"].items()]:
        missing = {field for field in object_schema["properties"] if (id(object_schema), field) not in used}
        assert not missing, f"{name}: FULL lacks {missing}"
    assert faults_of(FULL) == []
    assert VALIDATOR.is_valid(FULL)


@pytest.mark.parametrize("seed", range(40))
def test_random_deals_satisfy_it(seed):
    VALIDATOR.validate(random_deal(seed))
    VALIDATOR.validate(bg.load(random_deal(seed)).to_dict())


@pytest.mark.parametrize("path", sorted((ROOT / "examples" / "deals").glob("*.json")), ids=lambda path: path.name)
def test_bundled_deals_satisfy_it(path):
    VALIDATOR.validate(json.loads(path.read_text(encoding="utf-8")))


@cache
def verdicts():
    """(path, odd value, whether the schema takes it, the reader's faults) of every mutation."""
    documents = [(path, odd, changed(path, odd)) for path, odd in MUTATIONS]
    return [(path, odd, VALIDATOR.is_valid(document), faults_of(document)) for path, odd, document in documents]


def test_there_are_many_mutations():
    assert len(MUTATIONS) > 2000
    assert sum(odd is ... for _, odd in MUTATIONS) > 20
    assert sum(path[-1:] == ("unheard_of",) for path, _ in MUTATIONS) > 20
    assert sum(valid for _, _, valid, _ in verdicts()) > 500


def test_what_the_schema_refuses_the_reader_refuses():
    assert [(path, odd) for path, odd, valid, faults in verdicts() if not valid and not faults] == []


def test_what_only_the_reader_refuses_is_a_matter_of_meaning():
    found = [(path, odd, fault) for path, odd, valid, faults in verdicts() if valid for fault in faults]
    assert [(path, odd, fault.message) for path, odd, fault in found if is_one_of(fault, FORM)] == []
    unsorted = {fault.message for _, _, fault in found if not is_one_of(fault, FORM + MEANING)}
    assert unsorted == set(), "to be sorted into FORM or MEANING"


def test_faults_point_at_the_place_that_was_changed():
    def touches(fault, pointer):
        return (pointer + "/").startswith(fault.pointer + "/") or fault.pointer.startswith(pointer + "/")

    for path, odd, valid, faults in verdicts():
        pointer = "".join(f"/{step}" for step in path)
        if not valid and odd is not ...:
            assert any(touches(fault, pointer) for fault in faults), (pointer, odd, faults)


def test_null_is_a_field_left_out():
    """The one licence of the reader that the schema does not offer to who writes a file by hand."""
    document = deepcopy(FULL)
    document["owner"] = None
    del document["people"][1]["reports_to"]
    without = deepcopy(document)
    document["people"][1]["reports_to"] = None
    del without["owner"]
    assert bg.load(document) == bg.load(without)
    assert not VALIDATOR.is_valid(document)
    document["name"] = None
    assert [fault.pointer for fault in bg.validate(document)] == ["/name"]
