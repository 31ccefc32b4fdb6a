"""Reports to be tried in a browser: in both languages, redacted, hostile, of one person and of many."""

from __future__ import annotations

import sys
from pathlib import Path

import buygraph as bg
from buygraph.report import _packed, write_reports

EXAMPLES = Path(__file__).parents[2] / "examples" / "deals"
HOSTILE = {
    "account": "<script>window.pwned = 1</script>",
    "name": "</script><img src=x onerror='window.pwned = 1'>",
    "notes": "</style><script>window.pwned = 1</script><!--",
    "people/0/name": '"><img src=x onerror=window.pwned=1>',
    "people/1/name": "\u0639\u0644\u064a \u0627\u0644\u0645\u0647\u0646\u062f\u0633",
    "people/2/name": "x" * 10_000,
}


def bundled(name: str) -> bg.Deal:
    return bg.load(next(EXAMPLES.glob(f"{name}*.json")))


def crowd(people: int) -> bg.Deal:
    document = bundled("05").to_dict()
    boss = document["people"][0]["id"]
    for at in range(people - len(document["people"])):
        reports_to = boss if at < 5 else f"p{(at - 5) // 5}"
        document["people"].append({"id": f"p{at}", "name": f"Person {at}", "roles": ["user"], "reports_to": reports_to})
    return bg.load(document)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    moved = bundled("05").to_dict()
    moved["moves"] = [{"kind": "veto_line", "by": 0.1}]
    bundled("08").report(folder / "zh.html", language="zh", live=True)
    bundled("05").report(folder / "en.html", language="en", live=True)
    bundled("03").report(folder / "priced.html", samples=256, live=True)
    bundled("01").report(folder / "redacted.html", samples=256, redact=True, live=True)
    bundled("01").with_edits(HOSTILE).report(folder / "hostile.html", samples=256, live=True)
    bundled("07").report(folder / "alone.html", samples=256, live=True)
    crowd(40).report(folder / "many.html", samples=256, live=True)
    (folder / "crowd.json").write_text(crowd(120).to_json(), encoding="utf-8")
    bg.load(moved).report(folder / "moved.html", samples=256, live=True)
    bundled("05").report(folder / "static.html", samples=256, live=False)
    named = [(file.stem[:2], bg.load(file)) for file in sorted(EXAMPLES.glob("0[1-4]*.json"))]
    write_reports(named, folder / "portfolio", language="en", samples=64)
    _packed.LIMIT = 0  # all that can be packed
    bundled("05").report(folder / "packed.html", language="en", live=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
