# ruff: noqa
"""
The compiled core of buygraph; use it through the package buygraph.
"""
from __future__ import annotations
from buygraph.notebook._widget import DealWidget
from buygraph.plot import DealPlots, ForecastPlots
from buygraph._negotiate import Negotiation
from buygraph._questions import AnsweredForecast, Brief, Questions
from buygraph._plan import Messages, Plan, RivalPlan, Zipper
from buygraph._insight import BlindSpots, Coverage, Power, Qualification, Structure
from buygraph._api import Explanation
from buygraph.tables import Table
import collections.abc
import numpy
import numpy.typing
import os
import typing
__all__: list[str] = ['ChangedForecast', 'Deal', 'DealError', 'DealStream', 'DecisionModel', 'Error', 'Fault', 'FileError', 'Forecast', 'GridDistribution', 'InputError', 'NoDecision', 'PairingTask', 'PipelineDeals', 'PortfolioRows', 'PortfolioRun', 'SparseNetwork', 'Ties', 'account_body', 'account_map', 'answered', 'arrow_stream', 'banzhaf', 'betweenness_batch', 'blind_spot_columns', 'brief', 'compare_columns', 'control_matrix', 'coverage_columns', 'deal_schema_capsule', 'deal_stream_capsule', 'decision_influence', 'degroot', 'equilibrium', 'explain', 'explanation_sentences', 'forecast_change', 'forecast_deals', 'forecast_files', 'forecast_moves', 'forecast_texts', 'group_choice', 'headline', 'json_line', 'kernel_level', 'linked_beliefs', 'load', 'merged_catalog', 'messages_columns', 'money', 'negotiation_columns', 'of_twenty', 'outcome_rows', 'page_style', 'page_words', 'path', 'percent', 'percent_range', 'plan_columns', 'portfolio_body', 'portfolio_docs', 'power_columns', 'qualification_columns', 'questions_columns', 'reason', 'redacted', 'rival_columns', 'rounded_together', 'sample_information', 'schema', 'seen_by', 'sensitivities', 'shapley_shubik', 'signed_decimal', 'simulated_deals', 'simulated_stream', 'simulated_truth', 'standing_columns', 'strongest', 'structure_columns', 'term_moves', 'truth_docs', 'uncalibrated', 'validate', 'waterfall_rows', 'write_file', 'zipper_columns']
class Fault:
    """
    One thing that is wrong in a deal, with everything needed to mend it.
    """
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> tuple[int, str, str, str, str, str, str, str]:
        ...
    def __hash__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: tuple[typing.Any, ...]) -> None:
        ...
    def describe(self, language: str = 'en') -> str:
        """
        One line for people, in 'en' or 'zh'.
        """
    @property
    def allowed(self) -> str:
        """
        What would have been accepted.
        """
    @property
    def given(self) -> str:
        """
        The offending value; empty where nothing was given.
        """
    @property
    def message(self) -> str:
        """
        Who, which field, what is wrong, in English.
        """
    @property
    def pointer(self) -> str:
        """
        JSON pointer to the place; empty for the whole document.
        """
    @property
    def suggestion(self) -> str:
        """
        The likeliest intended field or id; empty when nothing is near.
        """
class Error(Exception):
    pass
class InputError(Error, ValueError):
    allowed: str
    given: str
    where: str
class DealError(Error, ValueError):
    faults: list[Fault]
class FileError(Error, OSError):
    path: str
class DecisionModel:
    """
    What a computer runs: dense arrays with everything defaulted. n people, m offers (0 the status quo, then file order), K concerns.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def attitudes(self, gate: str) -> numpy.typing.NDArray[numpy.float64]:
        """
        A_g, n × m: mean attitudes after the evidence, before people talk; about -1 to 1.
        """
    def covariance(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        (2·n·m) × (2·n·m) covariance of the attitudes on the day of the decision; index (gate·n + person)·m + offer, gate 0 buy, 1 vendor.
        """
    def explain(self, decider: str | None = None, rival: str | None = None, gate: str | None = None) -> Explanation:
        """
        Why ours and not theirs; see buygraph.explain.
        """
    def final_attitudes(self, gate: str) -> numpy.typing.NDArray[numpy.float64]:
        """
        X_g = V A_g, n × m: mean final attitudes after the evidence, at the mean ties.
        """
    def forecast(self, samples: typing.SupportsIndex = 4096, seed: typing.SupportsIndex = 0, threads: typing.SupportsIndex | None = None, method: str = 'sobol', precision: str = 'double', variance_by_group: bool = True) -> Forecast:
        """
        Forecasts how the deal will end.
        
        Args:
            samples: states of the world, 1 to 2**24; rounded up to whole scrambles of 16.
            seed: 0 to 2**64 - 1; the same seed gives the same bits, for any number of threads.
            threads: 1 to 4096; as many as the machine has unless given.
            method: 'sobol' (16 scrambled Sobol sequences) or 'random' (plain Monte Carlo, to check against).
            precision: 'double' or 'single', of the samples; sums over them are always double. Single takes two thirds to three quarters of the time and
                agrees to some 1e-6.
            variance_by_group: ask also what each group of errors adds to the variance, which costs as much as 2,048 samples.
        
        Raises:
            InputError: an argument out of range.
        """
    def outcome(self, final_buy: numpy.typing.ArrayLike, final_vendor: numpy.typing.ArrayLike) -> dict[str, float]:
        """
        The closed-form decision in one state of the world.
        
        Args:
            final_buy: X_1, n × m final attitudes at the buy gate, offer 0 the status quo.
            final_vendor: X_2, n × m at the vendor gate.
        
        Returns:
            Offer id to probability, and 'blocked', 'stalemate', 'refused'; they add to 1.
        """
    def weights(self, gate: str) -> numpy.typing.NDArray[numpy.float64]:
        """
        C_g, n × K: share of each concern in a person's mind at the gate 'buy' or 'vendor'; rows add to 1.
        """
    @property
    def concerns(self) -> list[str]:
        """
        Ids of the K concerns that somebody weighs.
        """
    @property
    def control(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        V, n × n: how much of i's final attitude comes from p, at the mean ties. Friedkin and Johnsen 1990.
        """
    @property
    def offers(self) -> list[str]:
        """
        Ids of the m offers, the status quo first.
        """
    @property
    def ours(self) -> str:
        """
        Id of our offer.
        """
    @property
    def people(self) -> list[str]:
        """
        Ids of the n people who have not left, in file order.
        """
    @property
    def susceptibility(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        n, in [0, 1).
        """
class NoDecision:
    """
    The three ways in which nothing is decided; they add up to the status quo's probability.
    """
    def __repr__(self) -> str:
        ...
    @property
    def blocked(self) -> float:
        """
        Every offer vetoed.
        """
    @property
    def refused(self) -> float:
        """
        An offer was chosen and not bought.
        """
    @property
    def stalemate(self) -> float:
        """
        No offer got the votes at the vendor gate.
        """
class Forecast:
    """
    How a deal will end, as far as it is known: the mean over states of the world. Not calibrated on outcomes of deals.
    """
    def __getstate__(self) -> tuple[typing.Any, ...]:
        ...
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: tuple[typing.Any, ...]) -> None:
        ...
    def _repr_html_(self) -> str:
        ...
    def table(self) -> Table:
        """
        A row an outcome: ours, the competitors, no decision last.
        """
    @property
    def calibrated(self) -> bool:
        """
        False: the constants were not fitted to outcomes.
        """
    @property
    def interval(self) -> tuple[float, float]:
        """
        (10 %, 90 %) of P(ours) over states of the world: what we do not know.
        """
    @property
    def intervals(self) -> dict[str, tuple[float, float]]:
        """
        The same for every outcome.
        """
    @property
    def method(self) -> str:
        """
        'sobol' or 'random'.
        """
    @property
    def no_decision(self) -> NoDecision:
        """
        P of blocked, stalemate and refused.
        """
    @property
    def ours(self) -> str:
        """
        Id of our offer.
        """
    @property
    def outcomes(self) -> dict[str, float]:
        """
        Offer id to probability; the status quo's id stands for no decision. They add to 1.
        """
    @property
    def plain_dimensions(self) -> int:
        """
        Random dimensions beyond the Sobol table, which used plain random numbers.
        """
    @property
    def plot(self) -> ForecastPlots:
        """
        Pictures of the forecast, by matplotlib: outcomes, variance.
        """
    @property
    def samples(self) -> int:
        """
        Rounded up to whole scrambles of 16.
        """
    @property
    def seed(self) -> int:
        ...
    @property
    def standard_error(self) -> dict[str, float]:
        """
        Offer id to standard error of the samples, from 16 independent scrambles.
        """
    @property
    def status_quo(self) -> str:
        """
        Id of the status quo.
        """
    @property
    def total_variance(self) -> float:
        """
        Variance of P(ours) over states of the world.
        """
    @property
    def variance(self) -> dict[str, float]:
        """
        Group of errors to the share by which the variance of P(ours) would fall if the group were known; these need not add up.
        
        Raises:
            InputError: it was not asked for: made with variance_by_group=False, or after moves or edits.
        """
    @property
    def win(self) -> float:
        """
        P(ours), 0 to 1.
        """
class Deal:
    """
    What is known of one purchase. It does not change: with_edits gives a new one.
    """
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> tuple[int, str]:
        ...
    def __hash__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: tuple[typing.Any, ...]) -> None:
        ...
    def _repr_mimebundle_(self, include: typing.Any = None, exclude: typing.Any = None) -> dict[str, typing.Any]:
        """
        The live map where a notebook runs and anywidget is installed; besides the picture, for wherever it is read.
        """
    def answer(self, kind: str, about: str, value: float | None = None, informant: str = '', offer: str = '', concern: str = '', to: str = '', name: str = '', reliability: float | None = None, samples: int = 4096, seed: int = 0, threads: int | None = None) -> AnsweredForecast:
        """
        Puts an answer into the deal and shows what it moves; the deal itself stays as it is.
        
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
    def at_terms(self, terms: dict[str, typing.Any], samples: int = 4096, seed: int = 0, threads: int | None = None) -> ChangedForecast:
        """
        The forecast with other terms of ours: moves made now, after the evidence, on the same samples.
        
            Whoever has a view of his own on a concern keeps it; a given rating moves by what the terms move.
        
            Args:
                terms: fields of offer.terms that change, as in a deal file: {"price": 900000}; None takes one out.
        
            Raises:
                DealError: terms that are not valid, with every fault.
            
        """
    def blind_spots(self, language: str = 'en', samples: int = 1024, seed: int = 0, threads: int | None = None) -> BlindSpots:
        """
        What we do not see, and what it may cost: a row each, the costliest first by absolute size.
        
            Nothing is left out for being small. Kinds: role_unfilled, vacant_seat, veto_against, no_evidence, stale_evidence,
            contradiction, single_source, contact_dependence, no_path, no_coach, coach_without_reach, coach_talks,
            coach_controls.
        
            Args:
                language: of the sentences, 'en' or 'zh'.
                samples: of every forecast behind the sizes, on common points.
            
        """
    def brief(self, person: str, language: str = 'en', samples: int = 4096, seed: int = 0, threads: int | None = None) -> Brief:
        """
        One page for tomorrow's meeting with a person: who he is, what he cares about, where he stands and how we know,
            what to say, what to ask, what to avoid, who of ours goes.
        
            Args:
                person: id.
                language: of the page, 'en' or 'zh'.
        
            Raises:
                InputError: a person who is not in the deal; it names those who are.
            
        """
    def compile(self) -> DecisionModel:
        """
        The model of this deal: dense arrays, everything defaulted.
        """
    def coverage(self) -> Coverage:
        """
        How much the evidence has told us of the margin over the likeliest rival: by role, by person, and in all.
        """
    def explain(self, decider: str | None = None, rival: str | None = None, gate: str | None = None) -> Explanation:
        """
        Why ours and not theirs; see buygraph.explain.
        """
    def forecast(self, samples: int = 4096, seed: int = 0, threads: int | None = None, method: str = 'sobol', precision: str = 'double', variance_by_group: bool = True) -> Forecast:
        """
        Compiles the deal and forecasts how it will end; see DecisionModel.forecast.
        """
    def map(self, layout: str = 'hierarchy', language: str = 'en', width: float | None = None, heading: bool = True, scale: str = 'lead') -> str:
        """
        The account map as one SVG document: people, where they stand and how sure that is, what links them.
        
            Args:
                layout: 'hierarchy' (by reporting line), 'influence' (by steps to the decision), 'power_stance' (across by
                    stance, up by decision influence), 'zipper' (our people facing theirs).
                language: of the words, 'en' or 'zh'.
                width: px, from 320; as wide as it needs unless given. What does not fit makes it wider.
                heading: whether account, date and scale stand above it.
                scale: what needles and colours show: 'lead' (over the best rival; without a rival the pull to buy),
                    'stance_to_us' (whatever they think of rivals), 'pull_to_buy' (over staying).
        
            Raises:
                InputError: another layout, language or scale, or a width out of range.
            
        """
    def messages(self, language: str = 'en', samples: int = 4096, seed: int = 0, threads: int | None = None) -> Messages:
        """
        Say to each what he cares about, and one thing to all; both ways scored on the forecast's own samples.
        
            Texts come from the catalog's templates, which a deal or a catalog file may replace (`advice` of a concern). Nobody
            is told to a vacant seat.
        
            Args:
                language: of the sentences, 'en' or 'zh'.
            
        """
    def move(self, moves: list[dict[str, typing.Any]] | None = None, samples: int = 4096, seed: int = 0, threads: int | None = None) -> ChangedForecast:
        """
        The forecast after moves: shifts made now, after the evidence, on the same samples.
        
            Args:
                moves: as in a deal file: [{"kind": "leaning", "person": "chen", "offer": "us", "by": 0.2}]; the deal's
                    own unless given. Kinds: score (centred: 0.2 is a point; of one person, or shared), leaning, attitude (at a
                    gate), tie_strength, add_tie, cut_tie, susceptibility, personal_emphasis, veto_line, remove_person.
        
            Returns:
                The forecast after, with `before`, `difference` and `difference_error` by offer.
        
            Raises:
                InputError: a move that cannot be made; says which, which field, and what there is.
            
        """
    def negotiate(self, prices: typing.Sequence[float] | None = None, cut: float = 0.03, trade_step: float = 30, language: str = 'en', samples: int = 4096, seed: int = 0, threads: int | None = None) -> Negotiation:
        """
        Price and terms: the price curve, the win-win zone, the Nash point, the price of greatest expected margin, staged
            cuts, and trades of a longer term for a higher price. What lacks its fields is not there, and they are named.
        
            Args:
                prices: of the curve; evenly from the floor price to the list price unless given.
                cut: of staged cuts, a year.
                trade_step: days from one trade to the next.
                language: of the sentences, 'en' or 'zh'.
        
            Raises:
                InputError: a price, cut or step that is none.
            
        """
    def plan(self, weeks: float = 4, budget: float | None = None, objective: str = 'win', quantile: float | None = None, catalog: bool = False, language: str = 'en', samples: int = 4096, seed: int = 0, threads: int | None = None) -> Plan:
        """
        What to do in the next weeks: actions within the team's hours and a budget, for the greatest gain.
        
            Found greedily, by gain and by gain per hour, the better of the two. What actions gain together may be more than
            what they gain alone, so that no bound on the distance from the best plan is promised.
        
            Args:
                weeks: for which each member's weekly hours count.
                budget: money for all actions; no limit unless given.
                objective: 'win' for P(ours), 'margin' for the expected margin less the costs (needs the deal's value).
                quantile: of P(ours) over states of the world in place of the mean; 0.2 is a careful choice.
                catalog: whether to choose among the actions of the catalog as well where the deal has its own.
                language: of the sentences, 'en' or 'zh'.
        
            Raises:
                InputError: a deal without team, or without value for the objective 'margin'; arguments out of range.
            
        """
    def power(self, attenuation: float | None = None, language: str = 'en', samples: int = 1024, seed: int = 0, threads: int | None = None) -> Power:
        """
        Who has which power: by right, by control, over the outcome, by votes and by place, all relations and each apart.
        
            There is no number that joins them: the most asked, the broker and the one whose word carries may be three people.
        
            Args:
                attenuation: beta of Bonacich's measure, the same in each network; unless given half of 1 / (greatest strength
                    of one person), which every network bears.
                language: of the sentences, 'en' or 'zh'.
                samples: of the forecast behind decision_influence.
        
            Raises:
                InputError: an attenuation that a network does not bear; it says how much it does.
            
        """
    def qualification(self, language: str = 'en') -> Qualification:
        """
        The qualification card MEDDPICC, filled from the deal as far as it can be; the rest is unknown and says so.
        
            Args:
                language: of labels and sentences, 'en' or 'zh'.
            
        """
    def questions(self, most: int = 20, all_informants: bool = False, language: str = 'en', samples: int = 4096, seed: int = 0, threads: int | None = None) -> Questions:
        """
        What to ask our contacts next, and what each answer is worth.
        
            Args:
                most: rows.
                all_informants: a row for each who could be asked, not for the best alone.
                language: of the sentences, 'en' or 'zh'.
            
        """
    def report(self, path: str | os.PathLike[str], language: str | None = None, redact: bool = False, samples: int = 4096, seed: int = 0, threads: int | None = None, live: bool | None = None) -> None:
        """
        Writes one HTML file to look at and to send: no network, both languages at a switch, complete without script.
        
            What would make a live page larger than 2 MB is packed in it until its script runs: from some 35 people on the
            language that is not shown at first, beyond 60 also cards of those who move the decision least.
        
            Args:
                path: replaced as a whole or not at all.
                language: shown at first, 'zh' or 'en'; the deal's own unless given.
                redact: names, titles, notes and sources become roles and numbers before anything is computed.
                samples, seed, threads: as for ``Deal.forecast``.
                live: what-ifs in the page, by the core that runs in it; where the package has its script unless given.
        
            Raises:
                Error: live is asked for, and the package has no script.
                FileError: the file cannot be written.
                InputError: a language or a number out of range.
            
        """
    def rival_plan(self, rival: str, most: int = 3, language: str = 'en', samples: int = 4096, seed: int = 0, threads: int | None = None) -> RivalPlan:
        """
        What a competitor will try next, seen from his side, and our cheapest answer to each step.
        
            Args:
                rival: id of a competitor's offer.
                most: of his steps.
                language: of the sentences, 'en' or 'zh'.
        
            Raises:
                InputError: an offer that is no competitor's; it names those that are.
            
        """
    def save(self, path: typing.Any) -> None:
        """
        Writes the deal file, replacing the old one as a whole.
        
        Raises:
            FileError: the place cannot be written.
        """
    def seen_by(self, rival: str) -> Deal:
        """
        The same deal with a competitor's offer as ours, and ours as a competitor's.
        
            What is ours alone (team, actions, moves, costs) is left out: nobody knows the competitor's. So is the customer's
            target_npv, which was set against what he has without us.
        
            Args:
                rival: id of a competitor's offer.
        
            Raises:
                InputError: an offer that is no competitor's; it names those that are.
            
        """
    def sensitivities(self, outcome: str | None = None, samples: int = 4096, seed: int = 0, threads: int | None = None) -> Table:
        """
        By how much the chance of an outcome answers to each move, from one way back through the forecast's samples.
        
            Args:
                outcome: id of an offer, ours unless given; the status quo's means no decision.
        
            Returns:
                A row a move, the strongest first: kind, person, offer, concern, from, to, gate, derivative (dP for a unit of
                the move; a unit of a score is five points).
            
        """
    def standings(self, language: str = 'en') -> Table:
        """
        Where everybody stands: a row a person, his lead for us over the best rival, its sd, and words for both.
        
            Args:
                language: of the words, 'en' or 'zh'.
            
        """
    def structure(self, language: str = 'en') -> Structure:
        """
        Gatekeepers, articulation people, bridges, smallest cuts and introductions, along positive influence.
        
            Args:
                language: of the sentences, 'en' or 'zh'.
            
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        The deal as it stands in a file; load gives an equal deal back.
        """
    def to_json(self) -> str:
        """
        The text of the deal file.
        """
    def what_if(self, edits: dict[str, typing.Any], samples: int = 4096, seed: int = 0, threads: int | None = None) -> ChangedForecast:
        """
        The forecast of the deal with edits, read again with its evidence, which absorbs part of an edit (not of a move).
        
            Args:
                edits: as in with_edits. People may come and go; the offers have to stay.
        
            Returns:
                The forecast after, with `before`, `difference` and `difference_error` by offer, on common points.
        
            Raises:
                DealError: an edited deal that is not valid, with every fault.
                InputError: offers that were added or removed.
            
        """
    def widget(self, language: str | None = None, layout: str = 'hierarchy', theme: str = 'system', samples: int = 4096, scale: str = 'lead') -> DealWidget:
        """
        The deal as a live map: what is dragged, cut or typed there comes back to Python.
        
            The core runs in the page: no kernel is asked while something is moved. ``widget.edited()`` gives the changed deal,
            ``widget.forecast`` what the page says of it.
        
            Args:
                language: 'zh' or 'en'; the deal's own unless given.
                layout: 'hierarchy', 'influence', 'power_stance', 'zipper' or 'list', at first.
                theme: 'light', 'dark' or 'system'.
                samples: states of the world of a forecast once nothing moves; 1,024 while something does.
                scale: 'lead', 'stance_to_us' or 'pull_to_buy', as of ``Deal.map``, at first.
        
            Raises:
                ImportError: anywidget is not installed: ``pip install 'buygraph[notebook]'``.
                Error: the package came without the live page.
            
        """
    def with_edits(self, edits: dict[str, typing.Any]) -> Deal:
        """
        A new deal with some places changed.
        
        Args:
            edits: path to value, as in {"people/chen/susceptibility": 0.3, "ties/-": {...}}. A step into a list is an id or a number, "-" a new
                entry; None removes.
        
        Raises:
            DealError: a path that leads nowhere, or a deal that is no longer valid; with every fault.
        """
    def zipper(self, fixed: typing.Sequence[tuple[str, str]] = tuple(), forbidden: typing.Sequence[tuple[str, str]] = tuple(), language: str = 'en') -> Zipper:
        """
        Pairs the deal's team with the customer's people; see buygraph.zipper.
        
            Args:
                fixed: (member, person) that are agreed.
                forbidden: pairs that must not be.
                language: of the sentences, 'en' or 'zh'.
            
        """
    @property
    def account(self) -> str:
        """
        The customer.
        """
    @property
    def currency(self) -> str:
        ...
    @property
    def id(self) -> str:
        ...
    @property
    def language(self) -> str | None:
        """
        Of its names and notes, or None.
        """
    @property
    def name(self) -> str:
        """
        What is sold.
        """
    @property
    def offers(self) -> list[str]:
        """
        Ids in the order of the file.
        """
    @property
    def people(self) -> list[str]:
        """
        Ids in the order of the file, those who left included.
        """
    @property
    def plot(self) -> DealPlots:
        """
        Pictures of the deal, by matplotlib: map, power_stance, influence, zipper, waterfall, price.
        """
    @property
    def value(self) -> float | None:
        """
        In the currency, or None.
        """
class ChangedForecast(Forecast):
    """
    A forecast after moves or edits, on the same points as the one before, and what lies between the two.
    """
    def __repr__(self) -> str:
        ...
    @property
    def before(self) -> Forecast:
        """
        The forecast without the change.
        """
    @property
    def difference(self) -> dict[str, float]:
        """
        Offer id to probability after less before.
        """
    @property
    def difference_error(self) -> dict[str, float]:
        """
        Offer id to the standard error of the difference, from the scrambles.
        """
class SparseNetwork:
    """
    A large influence network by position, for buygraph.influence.
    """
    @staticmethod
    def of_rows(first: numpy.ndarray, columns: numpy.ndarray, strengths: numpy.typing.ArrayLike, people: typing.Any, order: str, divide: bool, threads: typing.SupportsIndex | None, memory: typing.SupportsIndex | None) -> SparseNetwork:
        ...
    @staticmethod
    def of_ties(count: typing.SupportsIndex, from_: numpy.ndarray, to: numpy.ndarray, strengths: numpy.typing.ArrayLike, people: typing.Any, order: str, divide: bool, threads: typing.SupportsIndex | None, memory: typing.SupportsIndex | None) -> SparseNetwork:
        ...
    def control(self, susceptibility: numpy.typing.ArrayLike, targets: numpy.typing.ArrayLike | None, method: str, precision: str, tolerance: typing.SupportsFloat | typing.SupportsIndex, most_iterations: typing.SupportsIndex, threads: typing.SupportsIndex | None, memory: typing.SupportsIndex | None) -> tuple[typing.Any, ...]:
        ...
    def equilibrium(self, susceptibility: numpy.typing.ArrayLike, attitudes: numpy.typing.ArrayLike, method: str, precision: str, tolerance: typing.SupportsFloat | typing.SupportsIndex, most_iterations: typing.SupportsIndex, threads: typing.SupportsIndex | None, memory: typing.SupportsIndex | None) -> tuple[typing.Any, ...]:
        ...
    @property
    def people(self) -> int:
        ...
    @property
    def ties(self) -> int:
        ...
class Ties:
    """
    A network of people by position, for buygraph.graph.
    """
    def __init__(self, people: typing.SupportsInt | typing.SupportsIndex, from_: typing.Annotated[numpy.typing.ArrayLike, numpy.int64], to: typing.Annotated[numpy.typing.ArrayLike, numpy.int64], weight: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> None:
        ...
    def articulation(self) -> tuple[list[int], list[tuple[int, int]]]:
        ...
    def betweenness(self, weighted: bool, normalised: bool) -> numpy.typing.NDArray[numpy.float64]:
        ...
    def bonacich(self, beta: typing.SupportsFloat | typing.SupportsIndex) -> numpy.typing.NDArray[numpy.float64]:
        ...
    def closeness(self, weighted: bool) -> dict[str, typing.Any]:
        ...
    def constraint(self) -> list[float | None]:
        ...
    def degree(self) -> dict[str, typing.Any]:
        ...
    def degroot(self) -> dict[str, typing.Any]:
        ...
    def dominators(self, sources: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex], target: typing.SupportsInt | typing.SupportsIndex) -> list[int] | None:
        ...
    def eigenvector(self, tolerance: typing.SupportsFloat | typing.SupportsIndex, most_steps: int) -> tuple[tuple[typing.Any, ...], float]:
        ...
    def pagerank(self, damping: typing.SupportsFloat | typing.SupportsIndex, tolerance: typing.SupportsFloat | typing.SupportsIndex, most_steps: int) -> tuple[typing.Any, ...]:
        ...
    def reach(self, steps: int | None) -> dict[str, typing.Any]:
        ...
    def reversed(self) -> Ties:
        ...
    def smallest_cut(self, sources: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex], target: typing.SupportsInt | typing.SupportsIndex) -> list[int] | None:
        ...
    def strongest_path(self, sources: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex], target: typing.SupportsInt | typing.SupportsIndex) -> tuple[list[int], float] | None:
        ...
class PairingTask:
    """
    What is known of members and people before they are paired; see buygraph.zipper.
    """
    def __init__(self, value: numpy.typing.ArrayLike, capacity: numpy.typing.ArrayLike, counterparts: numpy.typing.ArrayLike, key: numpy.typing.ArrayLike, fixed: collections.abc.Sequence[tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex]], forbidden: collections.abc.Sequence[tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex]]) -> None:
        ...
    def pairs(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        Pairs (member, person), k x 2: first as many key people as can have somebody, then the greatest sum of values, exactly.
        """
class PortfolioRun:
    """
    How to forecast a portfolio, and with which catalog to read it.
    """
    def __init__(self, samples: typing.SupportsIndex = 4096, seed: typing.SupportsIndex = 0, threads: typing.SupportsIndex | None = None, precision: str = 'double', movers: bool = False, blind_spots: bool = False, steps: bool = False, weeks: typing.SupportsFloat | typing.SupportsIndex = 4.0, catalog: typing.Any = None) -> None:
        ...
    def stop(self) -> None:
        """
        Stops what is being forecast with it, from another thread.
        """
class PortfolioRows:
    """
    Rows of a portfolio, one a deal.
    """
    def __arrow_c_array__(self, requested_schema: typing.Any = None) -> tuple[typing.Any, ...]:
        ...
    def __arrow_c_schema__(self) -> typing.Any:
        ...
    def __arrow_c_stream__(self, requested_schema: typing.Any = None) -> typing.Any:
        ...
    def __init__(self) -> None:
        ...
    def __len__(self) -> int:
        ...
    def add(self, more: PortfolioRows) -> None:
        """
        Appends rows.
        """
    def attention(self) -> dict[str, typing.Any]:
        ...
    def columns(self) -> dict[str, typing.Any]:
        """
        Column name to list of values.
        """
    def faulty(self) -> int:
        """
        How many deals have faults.
        """
    @property
    def kernel_seconds(self) -> float:
        """
        What compiling and forecasting alone took, added up over all deals and threads.
        """
class GridDistribution:
    """
    A distribution of money on a grid of equal steps.
    """
    def at_least(self, value: typing.SupportsFloat | typing.SupportsIndex) -> float:
        """
        The chance of at least this much.
        """
    def quantile(self, share: typing.SupportsFloat | typing.SupportsIndex) -> float:
        """
        The least value that a share of the distribution does not exceed.
        """
    @property
    def first(self) -> float:
        """
        The least value.
        """
    @property
    def probability(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Of each value.
        """
    @property
    def step(self) -> float:
        """
        From one value to the next.
        """
class PipelineDeals:
    """
    What a pipeline keeps of every deal: group, currency, value, chances.
    """
    def __init__(self, by: str | None = None) -> None:
        ...
    def add(self, more: PortfolioRows) -> None:
        """
        Appends the deals of rows.
        """
    def totals(self, shock: typing.SupportsFloat | typing.SupportsIndex = 0.0, cells: typing.SupportsIndex = 4096) -> dict[str, typing.Any]:
        """
        One total for each group and currency, and the distribution of each.
        """
class DealStream:
    """
    An Arrow stream of deals, read batch by batch: the next while one is forecast.
    """
    def __init__(self, capsule: typing.Any, most: typing.SupportsIndex) -> None:
        """
        Takes an arrow_array_stream capsule over, of which at most so many deals are forecast at a time.
        
        Raises:
            DealError: columns that are no deals, with every fault.
        """
    def forecast(self, run: PortfolioRun) -> PortfolioRows | None:
        """
        Rows of the deals that come next; None at the end.
        """
def account_body(deal: Deal, shown: str, redact: bool, all_deals: str, samples: typing.SupportsIndex, seed: typing.SupportsIndex, threads: typing.SupportsIndex | None) -> tuple[typing.Any, ...]:
    """
    Of an account's page: what stands above, the page in either language as pieces of HTML (each with whether a large file may hold it packed), and what its live page begins with, in JSON.
    """
def account_map(deal: Deal, model: DecisionModel, language: str, layout: str = 'hierarchy', width: typing.SupportsFloat | typing.SupportsIndex | None = None, heading: bool = True, scale: str = 'lead') -> str:
    """
    The account map as an SVG document; see Deal.map.
    """
def answered(deal: Deal, kind: str, about: str, offer: str, concern: str, to: str, informant: str, value: typing.SupportsFloat | typing.SupportsIndex | None, name: str, reliability: typing.SupportsFloat | typing.SupportsIndex | None) -> Deal:
    """
    The deal with an answer in it; see Deal.answer.
    """
def arrow_stream(columns: dict[str, typing.Any]) -> typing.Any:
    """
    An Arrow stream capsule of named columns (lists of one length).
    """
def banzhaf(weights: numpy.typing.ArrayLike, quota: typing.SupportsFloat | typing.SupportsIndex, vetoes: collections.abc.Iterable[typing.Any], exact: bool, samples: typing.SupportsIndex, seed: typing.SupportsIndex) -> dict[str, typing.Any]:
    """
    The columns behind buygraph.decision.banzhaf.
    """
def betweenness_batch(networks: typing.Annotated[numpy.typing.ArrayLike, numpy.int64], from_: typing.Annotated[numpy.typing.ArrayLike, numpy.int64], to: typing.Annotated[numpy.typing.ArrayLike, numpy.int64], weight: typing.Annotated[numpy.typing.ArrayLike, numpy.float64], names: typing.SupportsInt | typing.SupportsIndex, weighted: bool, normalised: bool) -> tuple[numpy.typing.NDArray[numpy.int64], numpy.typing.NDArray[numpy.int64], numpy.typing.NDArray[numpy.float64]]:
    ...
def blind_spot_columns(deal: Deal, model: DecisionModel, language: str, samples: typing.SupportsIndex, seed: typing.SupportsIndex, threads: typing.SupportsIndex | None) -> tuple[typing.Any, ...]:
    """
    (columns, details) behind Deal.blind_spots.
    """
def brief(deal: Deal, model: DecisionModel, person: str, language: str, samples: typing.SupportsIndex, seed: typing.SupportsIndex, threads: typing.SupportsIndex | None) -> dict[str, typing.Any]:
    """
    What stands behind Deal.brief.
    """
def compare_columns(old: Deal, new: Deal, samples: typing.SupportsIndex, seed: typing.SupportsIndex, threads: typing.SupportsIndex | None, language: str) -> dict[str, typing.Any]:
    """
    What is behind buygraph.compare: columns, details, and the numbers of the whole.
    """
def control_matrix(influence: numpy.typing.ArrayLike, susceptibility: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    """
    The control matrix V = (I - diag(s) W)^-1 (I - diag(s)), n × n: how much of i's final attitude comes from p. Arguments and errors as equilibrium.
    """
def coverage_columns(deal: Deal, model: DecisionModel) -> dict[str, typing.Any]:
    """
    The columns behind Deal.coverage, by role and by person.
    """
def deal_schema_capsule() -> typing.Any:
    """
    The Arrow type of deals, as an arrow_schema capsule.
    """
def deal_stream_capsule(deals: collections.abc.Sequence[Deal]) -> typing.Any:
    """
    Deals as nested columns: an arrow_array_stream capsule of one batch.
    """
def decision_influence(model: DecisionModel) -> numpy.typing.NDArray[numpy.float64]:
    """
    n: by how much P(ours) moves when a person's attitude to our offer moves at both gates; signed.
    """
def degroot(trust: numpy.typing.ArrayLike) -> dict[str, typing.Any]:
    ...
def equilibrium(influence: numpy.typing.ArrayLike, susceptibility: numpy.typing.ArrayLike, attitudes: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    """
    Where attitudes come to rest when everybody keeps weighing his own first attitude against the others': X = V A.
    
    Args:
        influence: n × n, W[i, j] the weight that i gives j, diagonal included; absolute values of a row add to at most 1; may be negative.
        susceptibility: n, in [0, 1); 0 keeps his own attitude.
        attitudes: n, or n × columns.
    
    Returns:
        An array of the shape of `attitudes`.
    
    Raises:
        InputError: naming the row.
    
    Source: Friedkin and Johnsen 1990, doi:10.1080/0022250X.1990.9990069; Parsegov et al. 2017, doi:10.1109/TAC.2016.2613905.
    """
def explain(model: DecisionModel, decider: str | None = None, rival: str | None = None, gate: str | None = None) -> dict[str, typing.Any]:
    """
    The columns behind buygraph.explain.
    """
def explanation_sentences(deal: Deal, model: DecisionModel, decider: str | None, rival: str | None, gate: str | None, language: str) -> list[str]:
    """
    What an explanation says, in sentences.
    """
def forecast_change(before: DecisionModel, after: DecisionModel, samples: typing.SupportsIndex, seed: typing.SupportsIndex, threads: typing.SupportsIndex | None) -> ChangedForecast:
    """
    Two models with the same offers on common points.
    """
def forecast_deals(deals: collections.abc.Sequence[Deal], run: PortfolioRun) -> PortfolioRows:
    """
    Rows of deals.
    """
def forecast_files(files: collections.abc.Sequence[typing.Any], run: PortfolioRun) -> PortfolioRows:
    """
    Rows of deals in files.
    """
def forecast_moves(model: DecisionModel, moves: typing.Any, samples: typing.SupportsIndex, seed: typing.SupportsIndex, threads: typing.SupportsIndex | None) -> ChangedForecast:
    """
    The forecast after moves; see Deal.move.
    """
def forecast_texts(texts: collections.abc.Sequence[bytes], places: collections.abc.Sequence[str], run: PortfolioRun) -> PortfolioRows:
    """
    Rows of deals in JSON texts.
    """
def group_choice(probabilities: numpy.typing.ArrayLike, rule: str, votes: numpy.typing.ArrayLike | None = None, quota: typing.SupportsFloat | typing.SupportsIndex = 0.6666666666666666, rounds: typing.SupportsIndex = 1) -> tuple[numpy.typing.NDArray[numpy.float64], float]:
    """
    What a group chooses when each person's chances of preferring each alternative are known.
    
    Args:
        probabilities: people × alternatives; rows add to 1.
        rule: 'weighted', 'autocracy', 'consent' (vote-weighted mean of the chances), 'unanimity' (they talk until all agree),
            'quota' or 'majority' (independent votes, up to `rounds` ballots).
        votes: one for each person, 1 each unless given; whole numbers for quota and majority.
        quota: (0.5, 1], share of the votes needed under the rule quota.
        rounds: ballots, 1 to 1000.
    
    Returns:
        (probability of each alternative, probability that none gets through).
    
    Raises:
        InputError: naming the person.
    
    Source: Choffray and Lilien 1980, Market Planning for New Industrial Products.
    """
def headline(deal: Deal, forecast: Forecast, language: str) -> str:
    """
    Who wins, or nobody, in one sentence.
    """
def json_line(deal: Deal) -> str:
    """
    The deal file in one line.
    """
def kernel_level() -> str:
    """
    The instruction set on which forecasts run: 'v2', 'v3' or 'v4' of x86-64, 'portable' or 'native'.
    """
def linked_beliefs(influence: numpy.typing.ArrayLike, susceptibility: numpy.typing.ArrayLike, logic: numpy.typing.ArrayLike, opinions: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    """
    Where opinions on several topics come to rest when a belief about one topic bears on another: X = diag(s) W X C' + (I - diag(s)) U.
    
    With the identity as logic every topic settles on its own, as by equilibrium.
    
    Args:
        influence: n × n, W[i, j] the weight that i gives j, himself included; may be negative.
        susceptibility: n, in [0, 1]; 0 keeps his own opinions.
        logic: m × m, C[a, b] how much the belief on topic b bears on topic a; may be negative.
        opinions: n × m, the first opinions U.
    
    Returns:
        n × m, the opinions at rest.
    
    Raises:
        InputError: a shape or number out of range; or no rest, where the spectral radius of diag(s) W ⊗ C is 1 or more.
    
    Source: Parsegov, Proskurnikov, Tempo and Friedkin 2017, doi:10.1109/TAC.2016.2613905.
    """
def load(source: typing.Any, catalog: typing.Any = None) -> Deal:
    """
    Loads a deal.
    
    Args:
        source: a path, a dict, or JSON text.
        catalog: roles and concerns of your own, in a path, dict or JSON text: {"buygraph": 1, "roles": {...}, "concerns": {...}}. The deal's own
            catalog is laid over it, and the deal carries both from then on.
    
    Raises:
        DealError: with `.faults`, every fault at once.
        FileError: the file cannot be read.
    """
def merged_catalog(catalog: typing.Any = None) -> typing.Any:
    """
    The built-in roles and concerns, and yours (path, dict or JSON text), in the form of a deal's own catalog.
    """
def messages_columns(deal: Deal, model: DecisionModel, language: str, samples: typing.SupportsIndex, seed: typing.SupportsIndex, threads: typing.SupportsIndex | None) -> dict[str, typing.Any]:
    """
    What stands behind Deal.messages.
    """
def money(amount: typing.SupportsFloat | typing.SupportsIndex, currency: str, language: str) -> str:
    """
    Money as the language counts.
    """
def negotiation_columns(deal: Deal, model: DecisionModel, prices: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex], cut: typing.SupportsFloat | typing.SupportsIndex, step: typing.SupportsFloat | typing.SupportsIndex, language: str, samples: typing.SupportsIndex, seed: typing.SupportsIndex, threads: typing.SupportsIndex | None) -> dict[str, typing.Any]:
    """
    What stands behind Deal.negotiate.
    """
def of_twenty(forecast: Forecast, language: str) -> str:
    """
    'In this model, about 4 of 20 such deals are won.'
    """
def outcome_rows(deal: Deal, forecast: Forecast, language: str) -> list[dict[str, typing.Any]]:
    """
    Outcomes as they are always listed: ours, rivals by chance, no decision.
    """
def page_style() -> str:
    """
    The style sheet of every page.
    """
def page_words(language: str) -> dict[str, typing.Any]:
    """
    What the controls of a live page say, by name.
    """
def path(influence: numpy.typing.ArrayLike, susceptibility: numpy.typing.ArrayLike, attitudes: numpy.typing.ArrayLike, steps: typing.SupportsIndex) -> numpy.typing.NDArray[numpy.float64]:
    """
    The way to the equilibrium: X(0) = A, X(t+1) = diag(s) W X(t) + (I - diag(s)) A; (steps + 1) × the shape of attitudes; steps from 0 to 1000000. Errors as equilibrium.
    """
def percent(share: typing.SupportsFloat | typing.SupportsIndex) -> str:
    """
    38%
    """
def percent_range(low: typing.SupportsFloat | typing.SupportsIndex, high: typing.SupportsFloat | typing.SupportsIndex) -> str:
    """
    20–70%
    """
def plan_columns(deal: Deal, model: DecisionModel, weeks: typing.SupportsFloat | typing.SupportsIndex, budget: typing.SupportsFloat | typing.SupportsIndex | None, objective: str, quantile: typing.SupportsFloat | typing.SupportsIndex | None, catalog: bool, language: str, samples: typing.SupportsIndex, seed: typing.SupportsIndex, threads: typing.SupportsIndex | None) -> dict[str, typing.Any]:
    """
    What stands behind Deal.plan.
    """
def portfolio_body(deals: collections.abc.Sequence[Deal], addresses: collections.abc.Sequence[str], shown: str, redact: bool, samples: typing.SupportsIndex, seed: typing.SupportsIndex, threads: typing.SupportsIndex | None) -> str:
    """
    The body of the page over several deals, in both languages.
    """
def portfolio_docs() -> dict[str, typing.Any]:
    """
    Column of a portfolio to what it means.
    """
def power_columns(deal: Deal, model: DecisionModel, attenuation: typing.SupportsFloat | typing.SupportsIndex | None, language: str, samples: typing.SupportsIndex, seed: typing.SupportsIndex, threads: typing.SupportsIndex | None) -> dict[str, typing.Any]:
    """
    What stands behind Deal.power.
    """
def qualification_columns(deal: Deal, model: DecisionModel, language: str) -> dict[str, typing.Any]:
    """
    The columns behind Deal.qualification, with contradictions and map status.
    """
def questions_columns(deal: Deal, model: DecisionModel, most: typing.SupportsIndex, all_informants: bool, language: str, samples: typing.SupportsIndex, seed: typing.SupportsIndex, threads: typing.SupportsIndex | None) -> dict[str, typing.Any]:
    """
    What stands behind Deal.questions.
    """
def reason(deal: Deal, model: DecisionModel, forecast: Forecast, language: str) -> str:
    """
    Who is the obstacle and what is the largest unknown.
    """
def redacted(deal: Deal, language: str) -> Deal:
    """
    The deal with roles and numbers in place of names, and without any other text.
    """
def rival_columns(deal: Deal, model: DecisionModel, rival: str, most: typing.SupportsIndex, language: str, samples: typing.SupportsIndex, seed: typing.SupportsIndex, threads: typing.SupportsIndex | None) -> dict[str, typing.Any]:
    """
    The columns behind Deal.rival_plan.
    """
def rounded_together(values: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex], total: typing.SupportsInt | typing.SupportsIndex | None = None) -> list[int]:
    """
    Whole numbers that add up to their rounded total; see Hamilton's method of apportionment.
    """
def sample_information(payoffs: numpy.typing.ArrayLike, prior: numpy.typing.ArrayLike, likelihoods: numpy.typing.ArrayLike) -> dict[str, typing.Any]:
    """
    See buygraph.decision.sample_information.
    """
def schema() -> typing.Any:
    """
    The JSON Schema (2020-12) of deal files, as a dict.
    """
def seen_by(deal: Deal, rival: str) -> Deal:
    """
    The deal as a competitor sees it; see Deal.seen_by.
    """
def sensitivities(model: DecisionModel, outcome: str | None, samples: typing.SupportsIndex, seed: typing.SupportsIndex, threads: typing.SupportsIndex | None) -> tuple[typing.Any, ...]:
    """
    (forecast, columns) behind Deal.sensitivities.
    """
def shapley_shubik(weights: numpy.typing.ArrayLike, quota: typing.SupportsFloat | typing.SupportsIndex, vetoes: collections.abc.Iterable[typing.Any], exact: bool, samples: typing.SupportsIndex, seed: typing.SupportsIndex) -> dict[str, typing.Any]:
    """
    The columns behind buygraph.decision.shapley_shubik.
    """
def signed_decimal(value: typing.SupportsFloat | typing.SupportsIndex, digits: typing.SupportsInt | typing.SupportsIndex) -> str:
    """
    +0.12 or −0.40, with a real minus.
    """
def simulated_deals(seed: typing.SupportsIndex, first: typing.SupportsIndex, count: typing.SupportsIndex) -> list[Deal]:
    """
    Deals that do not exist: those of a seed, from a number on.
    """
def simulated_stream(seed: typing.SupportsIndex, count: typing.SupportsIndex, batch: typing.SupportsIndex) -> typing.Any:
    """
    The deals as nested columns, made batch by batch: an arrow_array_stream capsule.
    """
def simulated_truth(seed: typing.SupportsIndex, first: typing.SupportsIndex, count: typing.SupportsIndex) -> dict[str, typing.Any]:
    """
    What nobody could know of them, as columns.
    """
def standing_columns(deal: Deal, model: DecisionModel, language: str) -> dict[str, typing.Any]:
    """
    A row a person: who, role, right, where he stands and how sure we are.
    """
def strongest(shares: numpy.typing.ArrayLike, count: typing.SupportsIndex) -> list[int]:
    ...
def structure_columns(deal: Deal, model: DecisionModel, language: str) -> dict[str, typing.Any]:
    """
    What stands behind Deal.structure.
    """
def term_moves(deal: Deal, model: DecisionModel, at_terms: Deal) -> list[dict[str, typing.Any]]:
    """
    The moves from a deal to the terms of ours in another version of it; see Deal.at_terms.
    """
def truth_docs() -> dict[str, typing.Any]:
    """
    Column of a simulated truth to what it means.
    """
def uncalibrated(language: str) -> str:
    """
    The chip beside every forecast.
    """
def validate(source: typing.Any, catalog: typing.Any = None) -> list[Fault]:
    """
    Every fault of a deal, as a list of Fault; empty when it is fine. Arguments as load; faults of the catalog itself come alone.
    
    Raises:
        FileError: a file cannot be read.
    """
def waterfall_rows(values: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex]) -> list[tuple[list[int], float]]:
    """
    Bars of a waterfall: which of the values (several: the others together), and how far.
    """
def write_file(path: typing.Any, text: str) -> None:
    """
    Replaces a file as a whole, or leaves it as it was.
    
    Raises:
        FileError: the place cannot be written.
    """
def zipper_columns(deals: collections.abc.Sequence[Deal], team: collections.abc.Sequence[str] | None, wishes: collections.abc.Sequence[tuple[tuple[str, str], typing.SupportsInt | typing.SupportsIndex, bool]], language: str) -> dict[str, typing.Any]:
    """
    What stands behind Deal.zipper and buygraph.zipper.
    """
__version__: str
