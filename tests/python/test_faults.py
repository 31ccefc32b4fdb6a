"""Every kind of fault, each found at its place, with what was given and what is allowed; and all of them at once."""

import math

import pytest
from small_deals import REMOVE, changed, small

import buygraph as bg

# edit of the small deal, pointer of the one fault, a word of its message, given, a word of what is allowed, suggestion
KINDS = {
    "no format": (("buygraph", REMOVE), "/buygraph", "format", "", "1", ""),
    "another format": (("buygraph", 2), "/buygraph", "format", "2", "1", ""),
    "no name": (("name", REMOVE), "/name", "missing", "", "", ""),
    "no offers": (("offers", []), "/offers", "exactly one", "0", "1", ""),
    "no people": (("people", []), "/people", "nobody", "0", "at least one", ""),
    "id of an offer twice": (("offers/1/id", "us"), "/offers/1/id", "twice", "us", "entry 0", ""),
    "id of a person twice": (("people/2/id", "liu"), "/people/2/id", "twice", "liu", "entry 1", ""),
    "tie to nobody": (("ties/0/to", "zhao"), "/ties/0/to", "not there", "zhao", "person", ""),
    "tie to somebody misspelt": (("ties/0/to", "chenn"), "/ties/0/to", "not there", "chenn", "person", "chen"),
    "tie by name": (("ties/0/to", "刘敏"), "/ties/0/to", "not there", "刘敏", "person", "liu"),
    "tie to himself": (("ties/0/to", "wang"), "/ties/0", "himself", "wang", "two different", ""),
    "unknown boss": (("people/1/reports_to", "wong"), "/people/1/reports_to", "not there", "wong", "person", "wang"),
    "boss of himself": (("people/1/reports_to", "liu"), "/people/1/reports_to", "himself", "liu", "another", ""),
    "susceptibility of 1": (("people/1/susceptibility", 1), "/people/1/susceptibility", "range", "1", "without 1", ""),
    "susceptibility above 1": (
        ("people/1/susceptibility", 1.4),
        "/people/1/susceptibility",
        "range",
        "1.4",
        "from 0 to 1",
        "",
    ),
    "susceptibility below 0": (
        ("people/1/susceptibility", -0.1),
        "/people/1/susceptibility",
        "range",
        "-0.1",
        "from 0",
        "",
    ),
    "strength of 0": (("ties/0/strength", 0), "/ties/0/strength", "range", "0", "without 0", ""),
    "score above 10": (("offers/0/ratings/cost", 10.5), "/offers/0/ratings/cost", "range", "10.5", "0 to 10", ""),
    "not a number": (("value", math.nan), "/value", "finite", "nan", "number", ""),
    "infinite": (("value", math.inf), "/value", "finite", "inf", "number", ""),
    "infinite downwards": (("evidence/0/stance", -math.inf), "/evidence/0/stance", "finite", "-inf", "-1 to 1", ""),
    "too large a whole number": (("value", 10**400), "/value", "finite", "inf", "number", ""),
    "text for a number": (("value", "2 million"), "/value", "type", "2 million", "a number", ""),
    "flag for a number": (("value", True), "/value", "type", "true", "a number", ""),
    "number for a text": (("name", 5), "/name", "type", "5", "a text", ""),
    "half a level": (("people/0/level", 2.5), "/people/0/level", "type", "2.5", "whole", ""),
    "list for an object": (("decision", []), "/decision", "type", "[…]", "an object", ""),
    "object for a list": (("people", {}), "/people", "type", "{…}", "a list", ""),
    "no such day": (("as_of", "2026-02-30"), "/as_of", "type", "2026-02-30", "YYYY-MM-DD", ""),
    "misspelt field": (
        ("people/1/susceptability", 0.3),
        "/people/1/susceptability",
        "no field",
        "0.3",
        "susceptibility",
        "susceptibility",
    ),
    "unknown field": (("people/1/zzz", 0.3), "/people/1/zzz", "no field", "0.3", "susceptibility", ""),
    "misspelt rule": (("decision/rule", "unanimty"), "/decision/rule", "words", "unanimty", "consent", "unanimity"),
    "misspelt role": (
        ("people/1/roles", ["tecnical"]),
        "/people/1/roles/0",
        "not there",
        "tecnical",
        "role",
        "technical",
    ),
    "misspelt stance": (
        ("evidence/0/stance", "suporter"),
        "/evidence/0/stance",
        "words",
        "suporter",
        "sponsor",
        "supporter",
    ),
    "misspelt concern": (
        ("offers/0/ratings/reliabilty", 5),
        "/offers/0/ratings/reliabilty",
        "not there",
        "reliabilty",
        "concern",
        "reliability",
    ),
    "misspelt own concern": (
        ("people/1/concerns", {"reliabilty": 5}),
        "/people/1/concerns/reliabilty",
        "misspelt",
        "reliabilty",
        "",
        "reliability",
    ),
    "score and measure": (
        ("offers/0/ratings/cost", {"score": 5, "measure": 1}),
        "/offers/0/ratings/cost",
        "score or a measure",
        "both",
        "one",
        "",
    ),
    "measure of what has none": (
        ("offers/0/ratings/risk", {"measure": 1}),
        "/offers/0/ratings/risk/measure",
        "no measure",
        "1",
        "score",
        "",
    ),
    "two ours": (("offers/1/kind", "ours"), "/offers", "exactly one", "2", "1", ""),
    "no ours": (("offers/0/kind", "competitor"), "/offers", "exactly one", "0", "1", ""),
    "no decider": (("people/0/roles", ["user"]), "/decision/decider", "needs a decider", "", "decision_maker", ""),
    "decider is nobody": (("decision/decider", "chan"), "/decision/decider", "not there", "chan", "person", "chen"),
    "decider has left": (("people/0/departed", True), "/decision/decider", "left", "chen", "not left", ""),
    "deciders of 0.9": (
        ("decision/decider", {"chen": 0.5, "liu": 0.4}),
        "/decision/decider",
        "add to 1",
        "0.9",
        "add to 1",
        "",
    ),
    "no votes": (("decision/rule", "majority"), "/decision/rule", "nobody has any", "majority", "votes", ""),
    "importances of 0": (("people/1/roles", REMOVE), "/people/1/concerns", "all importances are 0", "", "role", ""),
    "negative importance": (
        ("people/1/concerns", {"cost": -1}),
        "/people/1/concerns/cost",
        "range",
        "-1",
        "0 to 10",
        "",
    ),
    "quota of a half": (("decision/quota", 0.5), "/decision/quota", "range", "0.5", "without 0.5", ""),
    "temperature of 0": (("decision/temperature", 0), "/decision/temperature", "range", "0", "without 0", ""),
    "price of 0": (("offers/0/terms", {"price": 0}), "/offers/0/terms/price", "range", "0", "above 0", ""),
    "payments of 0.9": (
        ("offers/0/terms", {"payments": [{"share": 0.9, "days": 30}]}),
        "/offers/0/terms/payments",
        "add to 1",
        "0.9",
        "add to 1",
        "",
    ),
    "target below floor": (
        ("offers/0/economics", {"target_margin": 0.1, "floor_margin": 0.2}),
        "/offers/0/economics/target_margin",
        "floor",
        "0.1",
        "above 0.2",
        "",
    ),
    "target of nothing": (("customer", {"target_npv": 0}), "/customer/target_npv", "without us", "0", "above 0", ""),
    "half a year": (("customer", {"horizon_years": 2.5}), "/customer/horizon_years", "type", "2.5", "whole", ""),
    "control character": (
        ("people/0/name", "Chen\x1b[2J"),
        "/people/0/name",
        "control",
        "Chen\\u{001B}[2J",
        "without control",
        "",
    ),
    "delete character": (
        ("people/0/name", "Chen\x7f"),
        "/people/0/name",
        "control",
        "Chen\\u{007F}",
        "without control",
        "",
    ),
    "nul": (("people/0/name", "a\0b"), "/people/0/name", "control", "a\\u{0000}b", "without control", ""),
    "line break in a name": (
        ("people/0/name", "a\nb"),
        "/people/0/name",
        "control",
        "a\\u{000A}b",
        "without control",
        "",
    ),
    "bidi override": (
        ("people/0/name", "Chen\u202egnp"),
        "/people/0/name",
        "bidirectional",
        "Chen\\u{202E}gnp",
        "U+202E",
        "",
    ),
    "half a surrogate": (("people/0/name", "a\ud800"), "/people/0/name", "UTF-8", "a\\xED\\xA0\\x80", "UTF-8", ""),
    "control in an id": (("offers/0/id", "us\x07"), "/offers/0/id", "control", "us\\u{0007}", "without control", ""),
}

# how many more follow from it: references to what is not there any more
FOLLOWS = {
    "no offers": 2,
    "no people": 4,
    "object for a list": 4,
    "misspelt role": 1,
    "control in an id": 1,
    "id of a person twice": 1,
    "id of an offer twice": 1,
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_fault_is_found_at_its_place(kind):
    edit, pointer, message, given, allowed, suggestion = KINDS[kind]
    edits = [edit]
    if kind == "no decider":
        edits.append(("decision/decider", REMOVE))
    if kind == "no votes":
        edits += [(f"people/{i}/votes", 0) for i in range(3)]
    faults = bg.validate(changed(*edits))
    found = [fault for fault in faults if fault.pointer == pointer and message in fault.message]
    assert len(found) == 1, faults
    assert given in found[0].given and (given or found[0].given == "")
    assert allowed in found[0].allowed
    assert found[0].suggestion == suggestion
    # nothing else is blamed, but for what truly follows from it
    assert len(faults) <= 1 + FOLLOWS.get(kind, 0), faults


@pytest.mark.parametrize("kind", KINDS)
def test_loading_throws_what_validating_lists(kind):
    deal = changed(KINDS[kind][0])
    faults = bg.validate(deal)
    if not faults:
        return
    with pytest.raises(bg.DealError) as caught:
        bg.load(deal)
    assert caught.value.faults == faults
    assert str(caught.value).startswith(f"{len(faults)} fault")
    assert isinstance(caught.value, (bg.Error, ValueError))


def test_a_sound_deal_has_no_fault():
    assert bg.validate(small()) == []


def test_all_faults_at_once():
    deal = changed(
        ("people/1/susceptibility", 1.4),
        ("ties/0/to", "zhao"),
        ("evidence/0/stance", 3),
        ("nam", "x"),
        ("offers/0/ratings/cost", 11),
        ("decision/quota", 0.2),
        ("people/0/name", "a\x01"),
    )
    assert {fault.pointer for fault in bg.validate(deal)} == {
        "/people/1/susceptibility",
        "/ties/0/to",
        "/evidence/0/stance",
        "/nam",
        "/offers/0/ratings/cost",
        "/decision/quota",
        "/people/0/name",
    }


def test_a_reporting_cycle_is_named_once_with_everybody_in_it():
    deal = changed(("people/0/reports_to", "wang"), ("people/2/reports_to", "liu"))
    (fault,) = bg.validate(deal)
    assert "circle" in fault.message
    assert set(fault.given.split(", ")) == {"chen", "liu", "wang"}
    assert fault.pointer.endswith("/reports_to")


def test_pointers_escape_slash_and_tilde():
    (fault,) = bg.validate(changed(("people/1/concerns", {"a/b~c": 11})))  # RFC 6901, section 3
    assert fault.pointer == "/people/1/concerns/a~1b~0c"


def test_faults_speak_both_languages():
    (fault,) = bg.validate(changed(("people/1/susceptibility", 1.4)))
    assert fault.describe() == fault.describe("en")
    assert "person liu" in fault.describe("en")
    assert "人物 liu" in fault.describe("zh") and "1.4" in fault.describe("zh")
    with pytest.raises(bg.InputError) as caught:
        fault.describe("fr")
    assert (caught.value.where, caught.value.given, caught.value.allowed) == ("language", "fr", "zh, en")


def test_fault_is_a_value():
    first, second = (bg.validate(changed(("value", -1)))[0] for _ in range(2))
    assert first == second and hash(first) == hash(second)
    assert first != bg.validate(changed(("value", -2)))[0]
    assert first != "a text" and first is not None and not first == 3
    assert "/value" in repr(first)


def test_catching_the_base_catches_all():
    for error in (bg.DealError, bg.FileError, bg.InputError):
        assert issubclass(error, bg.Error)
    assert issubclass(bg.DealError, ValueError)
    assert issubclass(bg.InputError, ValueError)
    assert issubclass(bg.FileError, OSError)
