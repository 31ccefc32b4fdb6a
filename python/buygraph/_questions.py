"""What to ask and what an answer moves, and the brief for a meeting, as methods of a deal."""

from __future__ import annotations

from html import escape
from typing import Any

from . import _core
from ._api import _attach
from ._core import ChangedForecast, Deal
from .tables import Table, listed


class Questions(Table):
    """What to ask whom, the answer that tells most first: a row a question.

    Columns: kind (stance, rating, listens, decider, seat), about, offer, concern, to, informant, reliability (of his
    answer, at his distance), fall (expected, of Var(P(ours)) over states of the world), fall_share (of that variance),
    worth (expected value of the answer in money over what could be done; None without a value), changes_choice (chance
    that it changes what we do; often 0), told (pieces of evidence that we have from him), in_return (his own concerns,
    for what help would be worth to him), sentence.

    Attributes:
        details: for each row in_return as a list of ids.
        variance: of P(ours).
        perfect: what perfect information would be worth over the same choices; None without a value.
        summary: a sentence on whether an answer can change what we do next; empty without a value.
    """

    def __init__(self, found: dict[str, Any]) -> None:
        columns, self.details = listed(found["rows"], ("in_return",))
        super().__init__(columns)
        self.variance: float = found["variance"]
        self.perfect: float | None = found["perfect"]
        self.summary: str = found["summary"]


class Brief:
    """One page for a meeting with a person.

    Attributes:
        person: id.
        title: heading.
        sections: each a dict of key (who, cares, stands, say, ask, avoid, goes), heading and lines.
        markdown: the page; whatever people wrote is shown literally.
    """

    def __init__(self, found: dict[str, Any]) -> None:
        self.person: str = found["person"]
        self.title: str = found["title"]
        self.sections: list[dict[str, Any]] = found["sections"]
        self.markdown: str = found["markdown"]

    def to_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {"person": self.person, "title": self.title, "sections": self.sections}

    def __str__(self) -> str:
        return self.markdown

    def __repr__(self) -> str:
        return f"Brief({self.person!r}, {len(self.sections)} sections)"

    def _repr_html_(self) -> str:
        def section(one: dict[str, Any]) -> str:
            lines = "".join(f"<li><bdi>{escape(line)}</bdi></li>" for line in one["lines"])
            return f"<h4>{escape(one['heading'])}</h4><ul>{lines}</ul>"

        return f"<h3><bdi>{escape(self.title)}</bdi></h3>{''.join(map(section, self.sections))}"


def _questions(
    self: Deal,
    most: int = 20,
    all_informants: bool = False,
    language: str = "en",
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
) -> Questions:
    """What to ask our contacts next, and what each answer is worth.

    Args:
        most: rows.
        all_informants: a row for each who could be asked, not for the best alone.
        language: of the sentences, 'en' or 'zh'.
    """
    found = _core.questions_columns(self, self.compile(), most, all_informants, language, samples, seed, threads)
    return Questions(found)


class AnsweredForecast:
    """What an answer moved.

    Attributes:
        deal: the deal with the answer in it.
        change: the forecast after it, with `before`, `difference` and `difference_error`.
    """

    def __init__(self, deal: Deal, change: ChangedForecast) -> None:
        self.deal = deal
        self.change = change

    def __repr__(self) -> str:
        return f"AnsweredForecast({self.change!r})"

    def _repr_html_(self) -> str:
        return str(self.change._repr_html_())


def _answer(
    self: Deal,
    kind: str,
    about: str,
    value: float | None = None,
    informant: str = "",
    offer: str = "",
    concern: str = "",
    to: str = "",
    name: str = "",
    reliability: float | None = None,
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
) -> AnsweredForecast:
    """Puts an answer into the deal and shows what it moves; the deal itself stays as it is.

    Args:
        kind: stance, rating, listens, decider or seat, as in Deal.questions.
        about: id of the person; of who decides, the one who does.
        value: a stance from -1 to 1, a rating from 0 to 10, a strength from 0 to 1; of a seat the stance, if told.
        informant: id of a person, or any text.
        offer: of a stance; ours unless given.
        concern: of a rating.
        to: of listens: whom he listens to.
        name: of a seat: who sits there.
        reliability: of the informant at first hand, 0.7 unless given.

    Raises:
        InputError: a name that is not in the deal, a value out of range.
    """
    deal = _core.answered(self, kind, about, offer, concern, to, informant, value, name, reliability)
    return AnsweredForecast(deal, _core.forecast_change(self.compile(), deal.compile(), samples, seed, threads))


def _brief(
    self: Deal, person: str, language: str = "en", samples: int = 4096, seed: int = 0, threads: int | None = None
) -> Brief:
    """One page for tomorrow's meeting with a person: who he is, what he cares about, where he stands and how we know,
    what to say, what to ask, what to avoid, who of ours goes.

    Args:
        person: id.
        language: of the page, 'en' or 'zh'.

    Raises:
        InputError: a person who is not in the deal; it names those who are.
    """
    return Brief(_core.brief(self, self.compile(), person, language, samples, seed, threads))


_attach(Deal, "questions", _questions)
_attach(Deal, "answer", _answer)
_attach(Deal, "brief", _brief)
