"""What next: messages, zipper, plan, questions, answers, the rival's plan and the brief, on all bundled deals."""

import json
from pathlib import Path

import pytest
from small_deals import changed, small

import buygraph as bg
from buygraph.cli import main

DEALS = sorted((Path(__file__).parents[2] / "examples" / "deals").glob("*.json"))
QUICK = {"samples": 1024}


@pytest.fixture(params=DEALS, ids=lambda path: path.name[:2])
def deal(request):
    return bg.load(request.param)


def team_deal(*edits):
    team = [{"id": "anna", "functions": ["technical"], "level": 3, "hours": 5, "knows": ["liu"], "capacity": 1}]
    team.append({"id": "bo", "functions": ["sales", "executive"], "level": 4, "knows": ["wang"], "capacity": 2})
    return bg.load(changed(("team", team), *edits))


# ---------------------------------------------------------------- messages


def test_messages_on_every_bundled_deal(deal):
    found = deal.messages(**QUICK)
    assert 1 <= len(found.frame) <= 3
    vacant = {person["id"] for person in deal.to_dict()["people"] if person.get("vacant")}
    assert not vacant & set(found["person"])
    for row in found.rows():
        assert row["weight"] >= 0.05
        assert row["kind"] != "lead" or row["margin"] > 0
        assert row["kind"] != "mend" or row["margin"] < 0
    plans = {row["plan"]: row for row in found.plans.rows()}
    assert plans["nothing"]["messages"] == 0 and plans["nothing"]["win"] == pytest.approx(deal.forecast(**QUICK).win)
    assert plans["shared"]["gain"] > 0 and plans["tailored"]["gain"] > 0


def test_a_messages_gain_is_the_slope_of_the_forecast():
    # dP/ds by central differences of moves on the same samples, times what is left to the best score.
    deal = bg.load(small())
    found = deal.messages(samples=4096)
    row = max(found.rows(), key=lambda row: row["gain"])

    def win(by):
        move = {"kind": "score", "person": row["person"], "offer": "us", "concern": row["concern"], "by": by}
        return deal.move([move]).win

    slope = (win(1e-4) - win(-1e-4)) / 2e-4
    assert slope > 0 and 0 < row["gain"] / slope < 2  # 1 - s lies between 0 and 2


# ---------------------------------------------------------------- zipper


def test_zipper_on_every_bundled_deal(deal):
    found = deal.zipper()
    document = deal.to_dict()
    team = {member["id"]: member for member in document.get("team", [])}
    people = {person["id"]: person for person in document["people"]}
    for member in team:
        pairs = [row for row in found.rows() if row["member"] == member]
        assert len(pairs) <= team[member].get("capacity", len(people))
    for person in people.values():
        mine = [row for row in found.rows() if row["person"] == person["id"]]
        assert len(mine) <= (0 if person.get("vacant") else person.get("counterparts", 1))
    seen = set(found["person"]) | set(found.without["person"])
    assert seen == {id for id, person in people.items() if not person.get("departed")}
    assert found.value == pytest.approx(sum(found["value"]))


def test_one_team_over_two_deals():
    one = team_deal()
    other = team_deal(
        ("people/0/id", "zhao"), ("decision/decider", "zhao"), ("ties", []), ("people/1/reports_to", "zhao")
    )
    found = bg.zipper([one, other])
    assert sum(row["member"] == "anna" for row in found.rows()) <= 1
    assert sum(row["member"] == "bo" for row in found.rows()) <= 2
    assert len(found) == 3  # all the time that they have
    fixed = bg.zipper([one, other], fixed=[(1, "anna", "zhao")])
    assert [(row["deal"], row["person"]) for row in fixed.rows() if row["member"] == "anna"] == [(1, "zhao")]
    assert {row["member"] for row in bg.zipper([one, other], team=["bo"]).rows()} == {"bo"}
    with pytest.raises(bg.InputError, match="eve, mallory"):
        bg.zipper([one, other], team=["bo", "eve", "mallory"])
    with pytest.raises(bg.InputError, match="member nobody, person ghost"):
        one.zipper(fixed=[("nobody", "liu")], forbidden=[("bo", "ghost")])
    both = one.zipper(fixed=[("anna", "liu"), ("anna", "wang")])
    assert both.unmet["reason"] == ["no_capacity"]


# ---------------------------------------------------------------- plan


def test_plan_on_every_bundled_deal(deal):
    if not deal.to_dict().get("team"):
        with pytest.raises(bg.InputError, match="/team"):
            deal.plan()
        return
    for catalog in (False, True):
        found = deal.plan(catalog=catalog, **QUICK)
        assert sum(found["gain"]) == pytest.approx(found.gain, abs=1e-12)
        assert found.gain >= 0
        assert all(sum(chances.values()) == pytest.approx(1) for chances in (found.before, found.after))
        for row in found.hours.rows():
            assert row["available"] is None or row["used"] <= row["available"] + 1e-9
        none = next(iter(reversed(found.before)))
        assert found.after[none] <= found.before[none] + 0.05  # what wins for us does not paralyse them


def test_more_time_and_money_never_make_the_plan_worse():
    deal = team_deal()
    gains = [deal.plan(weeks=weeks, **QUICK).gain for weeks in (0, 1, 4, 20)]
    assert gains[0] > 0  # bo's hours are not given: no limit
    assert gains == sorted(gains)
    assert len(deal.plan(budget=0, **QUICK)) == len(deal.plan(**QUICK))  # the catalog's actions cost nothing
    assert deal.plan(quantile=0.2, **QUICK).quantile[2] >= deal.plan(**QUICK).quantile[1]


def test_the_margin_counts_costs():
    actions = [{"kind": "meeting", "who": "bo", "whom": ["chen"], "cost": 10_000_000}]
    dear = team_deal(("actions", actions))
    assert len(dear.plan(**QUICK)) == 1 and len(dear.plan(objective="margin", **QUICK)) == 0
    with pytest.raises(bg.InputError, match="/value"):
        team_deal(("value", None)).plan(objective="margin")
    for wrong in ({"weeks": -1}, {"budget": -1}, {"quantile": 1.5}, {"objective": "fame"}):
        with pytest.raises(bg.InputError):
            dear.plan(**wrong)


# ---------------------------------------------------------------- questions and answers


def test_questions_on_every_bundled_deal(deal):
    found = deal.questions(**QUICK)
    falls = found["fall"]
    assert falls == sorted(falls, reverse=True) and all(0 <= fall <= found.variance for fall in falls)
    for row in found.rows():
        if row["worth"] is not None:
            assert 0 <= row["worth"] <= found.perfect + 1e-6 and 0 <= row["changes_choice"] <= 1
            assert ("worth" in row["sentence"]) == (row["changes_choice"] >= 0.005)
    assert found["fall_share"] == pytest.approx([fall / found.variance for fall in falls])


def test_an_answer_becomes_evidence():
    deal = team_deal()
    answered = deal.answer("stance", "chen", -0.4, informant="wang")
    evidence = answered.deal.to_dict()["evidence"][-1]
    assert [evidence[key] for key in ("about", "offer", "stance", "source")] == ["chen", "us", -0.4, "wang"]
    assert answered.change.difference["us"] < 0
    assert answered.change.win == pytest.approx(answered.deal.forecast().win, abs=1e-12)
    assert deal.to_dict()["evidence"] == small()["evidence"]
    with pytest.raises(bg.InputError, match="from -1 to 1"):
        deal.answer("stance", "chen", 3)
    with pytest.raises(bg.InputError, match="one of chen, liu, wang"):
        deal.answer("stance", "nobody", 0)


def test_the_value_of_information_by_hand():
    # Raiffa 1968, Decision Analysis: an oil wildcatter before drilling, with a free seismic test.
    value = bg.decision.sample_information(
        [[-70, 50, 200], [0, 0, 0]], [0.5, 0.3, 0.2], [[0.6, 0.3, 0.1], [0.3, 0.4, 0.3], [0.1, 0.4, 0.5]]
    )
    assert value.now == pytest.approx(20) and value.sample == pytest.approx(12.5) and value.perfect == pytest.approx(35)
    assert value.changes_choice == pytest.approx(0.41)  # no structure: do not drill


# ---------------------------------------------------------------- the rival, the brief, the command line


def test_the_rivals_plan_on_every_bundled_deal(deal):
    rivals = [offer["id"] for offer in deal.to_dict()["offers"] if offer["kind"] == "competitor"]
    for rival in rivals:
        found = deal.rival_plan(rival, most=2, **QUICK)
        assert 1 <= len(found) <= 2
        assert found["gain"] == sorted(found["gain"], reverse=True)
        for row in found.rows():
            assert row["gain"] > 0
            assert row["restores"] is None or row["restores"] == (row["answer_gain"] >= -row["loss"])
    with pytest.raises(bg.InputError):
        deal.rival_plan("nobody")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_brief_for_everybody(deal, language):
    for person in deal.compile().people[:3]:
        brief = deal.brief(person, language, **QUICK)
        keys = [section["key"] for section in brief.sections]
        assert keys == ["who", "cares", "stands", "say", "ask", "avoid", "goes"]
        assert all(section["lines"] for section in brief.sections if section["key"] != "goes")
        assert brief.markdown.count("\n## ") == 7 and "{" not in brief.markdown


def test_hostile_names_stay_text_in_a_brief():
    deal = team_deal(("people/0/name", "<script>alert(1)</script> [x](http://y) **b** # h {rival}"))
    brief = deal.brief("chen")
    assert "<script>" not in brief.markdown
    assert "\\[x\\](http://y)" in brief.markdown and "\\*\\*b\\*\\*" in brief.markdown
    assert "{rival}" in brief.markdown  # a name is not looked at again
    assert "<script>" not in brief._repr_html_()


VERBS = {
    "messages": [],
    "zipper": [],
    "plan": ["--all-actions"],
    "questions": ["--most", "3"],
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("verb", VERBS)
def test_verbs_in_words_and_as_json(verb, language, capsys):
    for file in DEALS:
        if verb == "plan" and not json.loads(file.read_text("utf-8")).get("team"):
            assert main([verb, str(file)]) == 1
            assert "/team" in capsys.readouterr().err
            continue
        assert main([verb, str(file), *VERBS[verb], "--lang", language]) == 0
        out, error = capsys.readouterr()
        assert error == "" and len(out.splitlines()) >= 2 and "None" not in out and "nan" not in out.split()
        assert main([verb, str(file), *VERBS[verb], "--json", "--lang", language]) == 0
        assert json.loads(capsys.readouterr().out)["buygraph"] == bg.__version__


def test_verbs_about_somebody(tmp_path, capsys):
    path, later, page = tmp_path / "deal.json", tmp_path / "later.json", tmp_path / "brief.md"
    team_deal().save(path)
    assert main(["brief", str(path), "liu", "-o", str(page)]) == 0
    assert page.read_text("utf-8") == bg.load(path).brief("liu").markdown
    assert main(["answer", str(path), "stance", "liu", "0.5", "--informant", "wang", "-o", str(later)]) == 0
    assert len(bg.load(later).to_dict()["evidence"]) == 2
    assert main(["rival-plan", str(path), "rival", "--json"]) == 0
    capsys.readouterr()
    wishes = ["--fixed", "anna", "liu", "--fixed", "anna", "wang", "--forbidden", "bo", "chen"]
    assert main(["zipper", str(path), *wishes, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert ("anna", "liu") in {(row["member"], row["person"]) for row in found["pairs"]}
    assert [row["person"] for row in found["without"]] == ["chen"]  # anna is busy, bo must not
    assert [(row["person"], row["reason"]) for row in found["unmet"]] == [("wang", "no_capacity")]
    assert main(["zipper", str(path), "--fixed", "anna", "ghost"]) == 1
    assert "person ghost" in capsys.readouterr().err
    assert main(["rival-plan", str(path), "us"]) == 1
    assert "a competitor" in capsys.readouterr().err
