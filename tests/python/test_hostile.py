"""Input made to do harm: deep, huge, broken. Each ends in a clear fault, or loads; nothing crashes."""

import json
import random
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_deals import random_deal
from small_deals import changed, small

import buygraph as bg
from buygraph.cli.terminal import harmless

TEXT = json.dumps(small(), ensure_ascii=False, indent=1)


def only_fault(source):
    with pytest.raises(bg.DealError) as caught:
        bg.load(source)
    (fault,) = caught.value.faults
    assert bg.validate(source) == [fault]
    return fault


# ---------------------------------------------------------------- text


@pytest.mark.parametrize(
    "text",
    ["[" * 10_000, '{"a":' * 10_000, '{"a":[' * 5_000, '{"buygraph":1,"notes":' + "[" * 10_000 + "]" * 10_000 + "}"],
)
def test_text_nested_10000_deep(text):
    fault = only_fault(text)
    assert "deep" in fault.message and "64" in fault.allowed


@pytest.mark.parametrize("inner", [lambda deeper: {"a": deeper}, lambda deeper: [deeper], lambda deeper: (deeper,)])
def test_dict_nested_10000_deep(inner):
    deep = 1
    for _ in range(10_000):
        deep = inner(deep)
    fault = only_fault({**small(), "notes": deep})
    assert fault.pointer.startswith("/notes") and "deep" in fault.message and "64" in fault.allowed


def test_a_dict_that_holds_itself_twice():
    deal = small()
    deal["notes"] = deal["account"] = deal  # following both ways would take 2^64 steps
    assert "deep" in only_fault(deal).message
    with pytest.raises(bg.DealError, match="deep"):
        bg.load(small()).with_edits({"notes": deal})


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('{\n "buygraph": 1,\n "name": }', 3, 10),
        ('{"名字": 1,\n"a" 2}', 2, 5),
        ('{"value": NaN}', 1, 11),
        ('{"value": -Infinity}', 1, 12),
        ('{"value": 01}', 1, 12),
        ("{'value': 1}", 1, 2),
        ('{"a": 1} x', 1, 10),
    ],
)
def test_syntax_errors_say_line_and_column(text, line, column):
    fault = only_fault(text)
    assert fault.pointer == ""
    assert f"line {line}, column {column}" in fault.message
    assert f"第 {line} 行第 {column} 列" in fault.describe("zh")


def test_numbers_too_large_for_a_double():
    fault = only_fault(TEXT.replace("2000000", "1e999"))
    assert "too large" in fault.message and "line " in fault.message


@pytest.mark.parametrize("text", ["", " ", "{", '{"a', '{"a":', "[1,", '{"a":1,}', "\x00", "null", "3", '"text"', "[]"])
def test_what_is_no_deal(text):
    assert len(bg.validate(text.encode())) == 1


def test_a_key_that_stands_twice():
    fault = only_fault(TEXT.replace('"name": "Line 3"', '"name": "Line 3", "name": "Line 4"'))
    assert (fault.pointer, "twice" in fault.message) == ("/name", True)


@pytest.mark.parametrize("bad", [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe9\x99", b"\x80"])
def test_invalid_utf8_bytes(bad):
    fault = only_fault(TEXT.encode().replace("陈立".encode(), bad))
    assert "JSON" in fault.message or "UTF-8" in fault.message
    fault.describe("en").encode()  # and the message itself is sound
    fault.describe("zh").encode()


@pytest.mark.parametrize("data", [TEXT.encode("utf-16"), TEXT.encode("utf-32"), TEXT.encode("gb18030")])
def test_other_encodings_are_refused(data):
    assert only_fault(data)


def test_a_byte_order_mark_is_fine():
    assert bg.load(b"\xef\xbb\xbf" + TEXT.encode()) == bg.load("\ufeff" + TEXT) == bg.load(small())


def test_escaped_controls_and_overrides_are_found_too():
    assert "control" in only_fault(TEXT.replace("陈立", r"a\u001bb")).message
    assert "bidirectional" in only_fault(TEXT.replace("陈立", r"a\u202eb")).message


def test_more_than_64_mb_is_refused_before_parsing(tmp_path):
    blanks = b" " * (64 << 20)  # parsing would succeed: only the size is wrong
    assert "too large" in only_fault(blanks + TEXT.encode()).message
    file = tmp_path / "large.json"
    with file.open("wb") as out:
        out.truncate(1 << 36)  # sparse, 64 GiB: must not be read whole
    fault = only_fault(file)
    assert "too large" in fault.message and "64 MB" in fault.allowed


def test_a_full_64_mb_is_parsed():
    text = TEXT.encode()
    assert bg.load(b" " * ((64 << 20) - len(text)) + text) == bg.load(small())


# ---------------------------------------------------------------- Python values


@pytest.mark.parametrize(
    ("value", "pointer"),
    [
        ({5: 1}, "/uncertainty"),
        ({None: 1}, "/uncertainty"),
        ({b"a": 1}, "/uncertainty"),
        (object(), "/uncertainty"),
        (b"bytes", "/uncertainty"),
        ({1, 2}, "/uncertainty"),
        (1j, "/uncertainty"),
        ({"drift": object()}, "/uncertainty/drift"),
        (np.zeros((2, 2)), "/uncertainty"),
        (np.array([1, 2]), "/uncertainty"),
    ],
)
def test_values_that_json_cannot_hold_are_faults_at_their_place(value, pointer):
    faults = bg.validate({**small(), "uncertainty": value})
    assert [fault.pointer for fault in faults] == [pointer]


def test_numpy_numbers_and_dates_are_understood():
    import datetime

    deal = changed(
        ("people/1/susceptibility", np.float32(0.5)),
        ("people/0/level", np.int64(4)),
        ("people/1/veto", np.bool_(True)),
        ("as_of", datetime.date(2026, 10, 15)),
        ("people/1/roles", ("technical",)),
    )
    loaded = bg.load(deal).to_dict()
    assert (loaded["people"][1]["susceptibility"], loaded["as_of"]) == (0.5, "2026-10-15")
    assert loaded["people"][1]["veto"] is True


def test_an_exception_of_the_value_itself_comes_through():
    class Angry:
        def isoformat(self):
            raise RuntimeError("no date today")

    with pytest.raises(RuntimeError, match="no date today"):
        bg.load({**small(), "as_of": Angry()})


# ---------------------------------------------------------------- mutations


def survives(data):
    """Loads or is refused with faults; nothing else may happen, and every fault can be shown."""
    try:
        deal = bg.load(data)
    except bg.DealError as error:
        assert error.faults
        for fault in error.faults:
            shown = fault.describe("en") + fault.describe("zh") + fault.pointer
            shown.encode()
            assert harmless(shown) == shown or "\n" not in harmless(shown)
    else:
        assert bg.load(deal.to_json()) == deal
        deal.compile()


def test_thousands_of_byte_mutations_never_crash():
    source = random.Random(1)
    for round in range(3000):
        data = bytearray(json.dumps(random_deal(round % 20), ensure_ascii=False).encode())
        for _ in range(source.choice([1, 1, 2, 5, 20])):
            at = source.randrange(len(data))
            what = source.randrange(5)
            if what == 0:
                data[at] = source.randrange(256)
            elif what == 1:
                del data[at : at + source.randrange(1, 30)]
            elif what == 2:
                data[at:at] = bytes(source.choices(b'{}[]",:0123456789.eE-+\\/nulltruefalse', k=source.randrange(1, 6)))
            elif what == 3:
                other = source.randrange(len(data))
                data[at : at + 20] = data[other : other + 20]
            else:
                data[at] ^= 1 << source.randrange(8)
            if not data:
                break
        survives(bytes(data))


# numbers, texts, lists where they do not belong: any JSON value in any place of a deal
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["us", "chen", "cost", "quota"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5) | st.sampled_from(["id", "from", "score", "kind"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(value, path=()):
    yield path
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in entries:
        yield from places(entry, (*path, key))


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_any_value_in_any_place(data):
    deal = random_deal(data.draw(st.integers(0, 40)))
    path = data.draw(st.sampled_from([place for place in places(deal) if place]))
    at = deal
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = data.draw(json_values)
    survives(deal)


ODD_NAMES = ["9" * 30, "18446744073709551615", "01", "-", "-1", "x" * 198 + "~~~~", "x" * 199 + "/~", "~" * 300]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_names_that_make_odd_pointers(name):
    for edit in (
        ("people/1/roles", [name]),
        ("people/1/roles", {name: 1}),
        ("people/1/roles", name),
        ("decision/decider", [name]),
        ("people/1/concerns", {name: 11}),
        ("people/1/leaning", {name: 0.1}),
        ("offers/0/ratings", {name: 12}),
        ("uncertainty", {name: 1}),
    ):
        faults = bg.validate(changed(edit))
        assert faults
        for fault in faults:  # RFC 6901: "~" stands before 0 or 1 alone
            assert re.fullmatch(r"(/([^~/]|~[01])*)*", fault.pointer)
