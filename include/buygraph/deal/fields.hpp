#pragma once

#include <concepts>
#include <limits>
#include <type_traits>

#include "deal.hpp"

namespace buygraph::fields {

/// What the entries of a field, or the keys of a map, have to name.
enum class Names { anything, offer, person, concern, role, member };

/// What a deal file says about one field: required or not, its range, what it names, and a line of documentation.
struct Spec {
    const char* doc;
    bool required = false;
    double least = -std::numeric_limits<double>::infinity();
    double greatest = std::numeric_limits<double>::infinity();
    bool above_least = false;     ///< least itself is not allowed
    bool below_greatest = false;  ///< greatest itself is not allowed
    bool multiline = false;       ///< a text that may hold line breaks and tabs
    bool shares = false;          ///< a map id → share that may be written as one id or as a list of ids of equal shares
    Names names = Names::anything;
};

/// \name Short ways to write a Spec
///@{
constexpr Spec text(const char* doc) { return {.doc = doc}; }
constexpr Spec long_text(const char* doc) { return {.doc = doc, .multiline = true}; }
constexpr Spec required(Spec spec) { return spec.required = true, spec; }
constexpr Spec naming(Names names, const char* doc) { return {.doc = doc, .names = names}; }
constexpr Spec number(const char* doc) { return {.doc = doc}; }
constexpr Spec between(double least, double greatest, const char* doc) { return {.doc = doc, .least = least, .greatest = greatest}; }
constexpr Spec at_least(double least, const char* doc) { return {.doc = doc, .least = least}; }
constexpr Spec above(double least, const char* doc) { return {.doc = doc, .least = least, .above_least = true}; }
constexpr Spec above_to(double least, double greatest, const char* doc) {
    return {.doc = doc, .least = least, .greatest = greatest, .above_least = true};
}
constexpr Spec from_below(double least, double greatest, const char* doc) {
    return {.doc = doc, .least = least, .greatest = greatest, .below_greatest = true};
}
constexpr Spec keyed(Spec spec, Names names) { return spec.names = names, spec; }
///@}

template <class T, class Wanted>
concept Is = std::same_as<std::remove_const_t<T>, Wanted>;

// describe(visit, object) calls visit(name, member, spec) for every field of an object, in the order of a file. It is the only
// place that knows which fields exist: the reader, the writer, the JSON Schema and the range checks are visitors.

template <class V, Is<Rating> T>
void describe(V& visit, T& rating) {
    visit("score", rating.score, between(0, 10, "How well the offer serves the concern: 0 not at all, 10 nothing left to wish. A bare number means this."));
    visit("measure", rating.measure, number("Instead of a score: the value in the concern's unit; the concern's points turn it into a score."));
    visit("sd", rating.sd, at_least(0, "Standard deviation, in points (score) or in the unit (measure). 1 point unless given."));
}

template <class V, Is<Payment> T>
void describe(V& visit, T& payment) {
    visit("share", payment.share, required(above_to(0, 1, "Share of the price; the shares of an offer add to 1.")));
    visit("days", payment.days, required(between(0, 3650, "Days after the start.")));
}

template <class V, Is<Terms> T>
void describe(V& visit, T& terms) {
    visit("price", terms.price, above(0, "Price over the whole contract, in the deal's currency."));
    visit("list_price", terms.list_price, above(0, "List price over the whole contract."));
    visit("payments", terms.payments, text("When which share of the price is paid."));
    visit("credit_limit", terms.credit_limit, at_least(0, "Credit that we grant, in the deal's currency."));
    visit("yearly_benefit", terms.yearly_benefit, number("What the customer gains a year: a number for the whole horizon, or a list that ends the horizon earlier."));
    visit("yearly_running_cost", terms.yearly_running_cost, at_least(0, "What running it costs the customer a year."));
    visit("contract_years", terms.contract_years, between(1, 100, "Whole years of the contract."));
}

template <class V, Is<Economics> T>
void describe(V& visit, T& economics) {
    visit("cost", economics.cost, at_least(0, "What the offer costs us, in the deal's currency."));
    visit("target_margin", economics.target_margin, between(-1, 1, "Margin we aim at, as a share of the price. 0.25 unless given."));
    visit("floor_margin", economics.floor_margin, from_below(-1, 1, "Margin below which we do not go. 0.05 unless given."));
    visit("discount_rate", economics.discount_rate, between(0, 1, "Ours, a year. 0.08 unless given."));
}

template <class V, Is<Offer> T>
void describe(V& visit, T& offer) {
    visit("id", offer.id, required(text("Unique among the offers.")));
    visit("name", offer.name, text("Shown to people; the id unless given."));
    visit("kind", offer.kind, required(text("ours (exactly one), competitor (0 to 7), status_quo (at most one; added when absent).")));
    visit("ratings", offer.ratings, naming(Names::concern, "Concern id to rating. Missing: 5 with sd 2.5, for the status quo 5 with sd 1.5."));
    visit("terms", offer.terms, text("Commercial terms."));
    visit("economics", offer.economics, text("What it costs us; of our offer only."));
}

template <class V, Is<Importance> T>
void describe(V& visit, T& importance) {
    visit("importance", importance.importance, between(0, 10, "How much the concern weighs for this person. A bare number means this; the roles' mean unless given."));
    visit("sd", importance.sd, at_least(0, "Standard deviation of the importance. 1.0 unless given."));
    visit("kind", importance.kind, text("Of a concern of one's own: organisational unless said."));
}

template <class V, Is<Perception> T>
void describe(V& visit, T& perception) {
    visit("offer", perception.offer, required(naming(Names::offer, "Offer id.")));
    visit("concern", perception.concern, required(naming(Names::concern, "Concern id.")));
    visit("score", perception.score, required(between(0, 10, "The score as this person sees it; replaces the rating for him.")));
    visit("sd", perception.sd, at_least(0, "Standard deviation in points. 1.0 unless given."));
}

template <class V, Is<PersonalEmphasis> T>
void describe(V& visit, T& emphasis) {
    visit("buy", emphasis.buy, between(0, 100, "Factor on personal concerns when the company decides whether to buy. 0.5 unless given."));
    visit("vendor", emphasis.vendor, between(0, 100, "Factor on personal concerns when persons decide from whom. 2 unless given."));
}

template <class V, Is<Person> T>
void describe(V& visit, T& person) {
    visit("id", person.id, required(text("Unique among the people.")));
    visit("name", person.name, text("As the person writes it; the id unless given."));
    visit("title", person.title, text("Job title."));
    visit("department", person.department, text("Department."));
    visit("level", person.level, between(1, 4, "1 staff, 2 manager, 3 director, 4 executive."));
    visit("roles", person.roles, Spec{.doc = "One role, a list of roles, or role id to share (normalised to 1).", .least = 0, .shares = true, .names = Names::role});
    visit("concerns", person.concerns, text("Concern id to importance, where it differs from the roles'; own concerns allowed."));
    visit("personal_emphasis", person.personal_emphasis, text("How much personal concerns weigh at each gate."));
    visit("susceptibility", person.susceptibility, from_below(0, 1, "How far others move this person: 0 not at all. The roles' mean unless given."));
    visit("leaning", person.leaning, keyed(between(-10, 10, "Offer id to attitude on top of the concerns; the scale of attitudes is about -1 to 1."), Names::offer));
    visit("veto", person.veto, text("May block an offer. The roles' unless given."));
    visit("votes", person.votes, between(0, 10000, "Whole votes. 1 unless given, 0 for one whose only role is coach."));
    visit("reports_to", person.reports_to, naming(Names::person, "Person id of the boss."));
    visit("perceptions", person.perceptions, text("This person's own views of offers."));
    visit("counterparts", person.counterparts, between(0, 1000, "How many of ours may look after this person. 1 unless given."));
    visit("vacant", person.vacant, text("A seat that must exist and that nobody has named."));
    visit("departed", person.departed, text("Has left: kept for history, out of the computation."));
}

template <class V, Is<Tie> T>
void describe(V& visit, T& tie) {
    visit("from", tie.from, required(naming(Names::person, "Who influences.")));
    visit("to", tie.to, required(naming(Names::person, "Who is influenced.")));
    visit("kind", tie.kind, text("advises (one way, 0.6), works_with (both ways, 0.3), friend (both ways, 0.5), opposes (both ways, -0.4). advises unless given."));
    visit("strength", tie.strength, above_to(0, 1, "Share of attention; the kind's default unless given. Sign and directions stay the kind's."));
    visit("sd", tie.sd, between(0, 3, "Of the logarithm of the strength. uncertainty.tie_sd unless given."));
}

template <class V, Is<Evidence> T>
void describe(V& visit, T& evidence) {
    visit("about", evidence.about, required(naming(Names::person, "Whose stance was seen.")));
    visit("offer", evidence.offer, required(naming(Names::offer, "Towards which offer.")));
    visit("stance", evidence.stance, required(between(-1, 1, "A number from -1 to 1, or enemy -0.7, opponent -0.35, neutral 0, supporter 0.35, sponsor 0.7.")));
    visit("reliability", evidence.reliability, between(0, 1, "Of the source at first hand. 0.7 unless given."));
    visit("source", evidence.source, text("A person's id, or any text."));
    visit("date", evidence.date, text("Day of the observation."));
}

template <class V, Is<Decision> T>
void describe(V& visit, T& decision) {
    visit("rule", decision.rule, text("How the group decides. autocracy unless given."));
    visit("decider", decision.decider, Spec{.doc = "Person id, a list of ids that share it equally, or person id to probability (adding to 1). The decision makers share it unless given.",
                                            .least = 0, .greatest = 1, .shares = true, .names = Names::person});
    visit("quota", decision.quota, above_to(0.5, 1, "Share of the votes needed under the rule quota. 2/3 unless given."));
    visit("rounds", decision.rounds, between(1, 1000, "Ballots at the vendor gate. 3 unless given."));
    visit("agreement", decision.agreement, between(1, 1000, "How alike people say yes: 1 independently; large: the least willing decides. 1.25 unless given."));
    visit("veto_line", decision.veto_line, between(-10, 10, "Attitude at which a veto is as likely as not. -0.25 unless given."));
    visit("veto_temperature", decision.veto_temperature, above_to(0, 10, "How loosely a veto follows the attitude. 0.1 unless given."));
    visit("temperature", decision.temperature, above_to(0, 10, "How loosely choices follow attitudes. 0.2 unless given."));
    visit("indecision", decision.indecision, between(-10, 10, "How much better than staying buying has to look. 0.15 unless given."));
    visit("conflict", decision.conflict, between(0, 100, "What disagreement adds to indecision. 0.5 unless given."));
    visit("date", decision.date, text("Day of the decision."));
}

template <class V, Is<TeamMember> T>
void describe(V& visit, T& member) {
    visit("id", member.id, required(text("Unique in the team.")));
    visit("name", member.name, text("Shown to people. The id unless given."));
    visit("functions", member.functions, text("executive, sales, technical, service, product, finance."));
    visit("level", member.level, between(1, 4, "1 staff, 2 manager, 3 director, 4 executive."));
    visit("capacity", member.capacity, between(0, 10000, "How many of the customer's people this member can look after."));
    visit("hours", member.hours, between(0, 168, "Hours a week."));
    visit("languages", member.languages, text("Languages spoken."));
    visit("knows", member.knows, naming(Names::person, "The customer's people whom this member is in touch with."));
}

template <class V, Is<Action> T>
void describe(V& visit, T& action) {
    visit("kind", action.kind, required(text("meeting, executive_call, workshop, reference_visit, pilot, or a kind of one's own with hours and effect.")));
    visit("who", action.who, naming(Names::member, "Team member; the one of best fit unless said."));
    visit("whom", action.whom, naming(Names::person, "The people it reaches."));
    visit("concerns", action.concerns, naming(Names::concern, "What it is about; the concerns of greatest gain unless said."));
    visit("hours", action.hours, at_least(0, "Hours of the member; the kind's unless given."));
    visit("cost", action.cost, at_least(0, "Money, in the deal's currency. 0 unless given."));
    visit("effect", action.effect, between(0, 1, "Fraction of the way to the best score; the kind's unless given."));
}

template <class V, Is<Move> T>
void describe(V& visit, T& move) {
    visit("kind", move.kind, required(text("What is moved, after the evidence.")));
    visit("person", move.person, naming(Names::person, "Whom it concerns."));
    visit("offer", move.offer, naming(Names::offer, "Towards which offer."));
    visit("concern", move.concern, naming(Names::concern, "Which concern (score)."));
    visit("from", move.from, naming(Names::person, "Who influences (ties)."));
    visit("to", move.to, naming(Names::person, "Who is influenced (ties)."));
    visit("gate", move.gate, text("buy or vendor; both unless given."));
    visit("by", move.by, between(-10, 10, "The shift, in units of what is moved."));
}

template <class V, Is<Customer> T>
void describe(V& visit, T& customer) {
    visit("budget", customer.budget, above(0, "For the whole contract, in the deal's currency."));
    visit("discount_rate", customer.discount_rate, between(0, 1, "The customer's, a year. 0.10 unless given."));
    visit("horizon_years", customer.horizon_years, between(1, 100, "Whole years over which the customer counts. 5 unless given."));
    visit("target_npv", customer.target_npv, number("Net present value the customer aims at."));
    visit("target_saving", customer.target_saving, above_to(0, 1, "Saving on the list price the purchaser aims at. 0.10 unless given."));
}

template <class V, Is<Uncertainty> T>
void describe(V& visit, T& uncertainty) {
    visit("deviation_sd", uncertainty.deviation_sd, between(0, 10, "Attitude of a person to an offer beyond the concerns. 0.25 unless given."));
    visit("tie_sd", uncertainty.tie_sd, between(0, 3, "Of the logarithm of a tie's strength. 0.3 unless given."));
    visit("drift", uncertainty.drift, between(0, 10, "How far attitudes wander in a month. 0.1 unless given."));
    visit("bias_sd", uncertainty.bias_sd, between(0, 10, "Error shared by all readings of one source on one offer. 0.15 unless given."));
}

template <class V, Is<Text> T>
void describe(V& visit, T& label) {
    visit("zh", label.zh, text("Chinese."));
    visit("en", label.en, text("English."));
}

template <class V, Is<RoleEntry> T>
void describe(V& visit, T& role) {
    visit("labels", role.labels, text("Shown to people."));
    visit("descriptions", role.descriptions, text("One line."));
    visit("importance", role.importance, keyed(between(0, 10, "Concern id to importance."), Names::concern));
    visit("susceptibility", role.susceptibility, from_below(0, 1, "How far others move somebody in this role. 0.5 for a new role unless given."));
    visit("veto", role.veto, text("Whether the role may block an offer. No for a new role unless given."));
}

template <class V, Is<AdviceTexts> T>
void describe(V& visit, T& advice) {
    visit("lead", advice.lead, text("We are ahead of the rival in the person's eyes: open with it."));
    visit("mend", advice.mend, text("We are behind: what we owe, to be repaired before the person raises it."));
    visit("ask", advice.ask, text("We do not know how the person sees it: what to ask."));
}

template <class V, Is<ConcernEntry> T>
void describe(V& visit, T& concern) {
    visit("labels", concern.labels, text("Shown to people."));
    visit("descriptions", concern.descriptions, text("One line."));
    visit("importance", concern.importance, keyed(between(0, 10, "Role id to importance."), Names::role));
    visit("kind", concern.kind, text("Whose concern it is: the company's (organisational) or the person's own (personal). organisational unless given."));
    visit("unit", concern.unit, text("Of the measure."));
    visit("points", concern.points, text("Pairs [measure, score] by rising measure, at least two; scores 0 to 10."));
    visit("advice", concern.advice, text("What to say about it: templates, in which {person}, {rival} and {concern} are filled in. A language left out keeps its text."));
}

template <class V, Is<Catalog> T>
void describe(V& visit, T& catalog) {
    visit("roles", catalog.roles, text("Role id to entry; a known id is mended field by field."));
    visit("concerns", catalog.concerns, text("Concern id to entry; a known id is mended field by field."));
}

template <class V, Is<Deal> T>
void describe(V& visit, T& deal) {
    visit("name", deal.name, required(text("What is sold.")));
    visit("account", deal.account, text("The customer."));
    visit("id", deal.id, text("Of the deal, unique in a portfolio."));
    visit("currency", deal.currency, text("ISO 4217 code, for instance CNY."));
    visit("value", deal.value, at_least(0, "Of the deal, in its currency."));
    visit("pursuit_cost", deal.pursuit_cost, at_least(0, "What pursuing it further costs us."));
    visit("close_date", deal.close_date, text("When we expect it to close."));
    visit("owner", deal.owner, text("Who of ours is responsible."));
    visit("language", deal.language, text("Of the names and notes."));
    visit("as_of", deal.as_of, text("The day at which all this is known."));
    visit("notes", deal.notes, long_text("Free text."));
    visit("offers", deal.offers, required(text("Exactly one ours, 0 to 7 competitors, at most one status quo.")));
    visit("people", deal.people, required(text("The buying centre.")));
    visit("ties", deal.ties, text("Who influences whom, beyond reporting lines."));
    visit("evidence", deal.evidence, text("What was seen of where people stand."));
    visit("decision", deal.decision, text("How it is decided."));
    visit("team", deal.team, text("The seller's own people."));
    visit("actions", deal.actions, text("Candidates for the plan."));
    visit("moves", deal.moves, text("What-ifs kept with the deal; a forecast leaves them out unless asked."));
    visit("customer", deal.customer, text("The customer's money."));
    visit("uncertainty", deal.uncertainty, text("Defaults of how unsure things are."));
    visit("catalog", deal.catalog, text("Roles and concerns of the deal's own, added to the built-in ones."));
}

}  // namespace buygraph::fields
