"""How P(buy) falls with the size of the group: `consent` beside CEB's survey. Table and picture of docs/model.md.

    python docs/group_size.py            prints the table
    python docs/group_size.py --write    draws docs/group-size.svg

Everybody is alike: the same role, no ties, no evidence; our offer scores 8 and staying 5 on every concern, so the pull
to buy is (8 − 5) / 5 = 0.6; all constants are the defaults. 8 is the round score at which one person alone buys about
as often as in the survey. Nothing else was taken from it, nothing was fitted.
"""

import sys
from pathlib import Path

import buygraph as bg

PICTURE = Path(__file__).resolve().parent / "group-size.svg"
SIZES = range(1, 7)
OURS = "consent, equal people, pull to buy 0.6, default constants"

# CEB, in Adamson, Dixon, Spenner and Toman 2015, The Challenger Customer. How likely a purchase is by the number of
# people in the group; the values for four and five are not quoted where we read it.
SURVEY = {1: 0.81, 2: 0.55, 3: 0.60, 6: 0.31}

# The light theme's tokens, resolved.
INK, INK2, LINE, US, NEUTRAL = "#1A1C20", "#4E525A", "#E4E4DF", "#0B5A9E", "#6A6E76"
FONT = "Inter, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif"


def group(size, score=8):
    """A deal of so many people alike who all have to say yes."""
    concerns = bg.catalog.concerns()
    return bg.load({
        "buygraph": 1,
        "name": "group size",
        "offers": [{"id": "us", "kind": "ours", "ratings": dict.fromkeys(concerns, score)},
                   {"id": "stay", "kind": "status_quo", "ratings": dict.fromkeys(concerns, 5)}],
        "people": [{"id": f"person{i}", "roles": ["decision_maker"]} for i in range(size)],
        "decision": {"rule": "consent", "decider": "person0"},
    })


def chances(size):
    """(forecast over what is not known, one state of the world in which all stand exactly where they are expected)."""
    model = group(size).compile()
    alike = model.outcome(model.final_attitudes("buy"), model.final_attitudes("vendor"))
    return model.forecast().win, alike["us"]


def table():
    rows = ["people  survey  consent, forecast  consent, all exactly alike"]
    for size in SIZES:
        survey = f"{SURVEY[size]:.0%}" if size in SURVEY else ""
        forecast, alike = chances(size)
        rows.append(f"{size:6}  {survey:>6}  {forecast:17.0%}  {alike:26.0%}")
    return "\n".join(rows)


def x_of(size):
    return 92 + (size - 1) * 84


def y_of(share):
    return 300 - 230 * share


def text(x, y, words, size=11, fill=INK2, anchor="start", weight=400):
    look = f'font-size="{size}" fill="{fill}" text-anchor="{anchor}" font-weight="{weight}"'
    return f'<text x="{x:g}" y="{y:g}" {look}>{words}</text>'


def series(points, colour, mark, dash=""):
    """Marks at the points, a line through them, and every value beside its mark."""
    path = " ".join(f"{x_of(size)},{y_of(share):.1f}" for size, share in points.items())
    stroke = f' stroke-dasharray="{dash}"' if dash else ""
    drawn = [f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"{stroke}/>']
    for size, share in points.items():
        drawn.append(mark(x_of(size), y_of(share), colour))
    return drawn


def circle(x, y, colour):
    return f'<circle cx="{x}" cy="{y:.1f}" r="5" fill="{colour}"/>'


def square(x, y, colour):
    return f'<rect x="{x - 4.5}" y="{y - 4.5:.1f}" width="9" height="9" fill="{colour}"/>'


def described(ours):
    survey = {size: f", survey {share:.0%}" for size, share in SURVEY.items()}
    said = [f"{size}: ours {ours[size]:.0%}{survey.get(size, '')}" for size in SIZES]
    return "People: " + "; ".join(said) + "."


def svg():
    ours = {size: chances(size)[0] for size in SIZES}
    box = 'viewBox="0 0 600 366" width="600" height="366"'
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img" font-family="{FONT}">',
        "<title>P(buy) by the number of people who must say yes</title>",
        f"<desc>{described(ours)}</desc>",
        '<rect width="600" height="366" fill="#FFFFFF"/>',
        text(24, 30, "P(buy) by the number of people who must say yes", 14, INK, weight=650),
    ]
    for share in (0, 0.25, 0.5, 0.75, 1):
        drawn.append(f'<path d="M72 {y_of(share):g}H532" stroke="{LINE}"/>')
        drawn.append(text(64, y_of(share) + 4, f"{share:.0%}", anchor="end"))
    drawn += [text(x_of(size), 320, size, anchor="middle") for size in SIZES]
    drawn += series(SURVEY, NEUTRAL, square, "5 4") + series(ours, US, circle)
    for size, share in list(SURVEY.items())[1:]:  # with one person the two are told apart by nothing
        drawn.append(text(x_of(size), y_of(share) + (20 if size == 2 else -12), f"{share:.0%}", 11, NEUTRAL, "middle"))
    for size, share in ours.items():
        drawn.append(text(x_of(size), y_of(share) + (-12 if size < 3 else 20), f"{share:.0%}", 11, US, "middle", 600))
    drawn += [
        text(x_of(6) + 14, y_of(SURVEY[6]) + 4, "survey", fill=NEUTRAL),
        text(x_of(6) + 14, y_of(ours[6]) + 4, "ours", fill=US, weight=600),
        text(24, 344, f"Survey: CEB, in Adamson et al. 2015. Ours: {OURS}."),
        text(24, 359, "Uncalibrated: not fitted to outcomes, nor to this survey."),
        "</svg>",
    ]
    return "\n".join(drawn) + "\n"


if __name__ == "__main__":
    if "--write" in sys.argv:
        PICTURE.write_text(svg(), encoding="utf-8")
    else:
        print(table())
