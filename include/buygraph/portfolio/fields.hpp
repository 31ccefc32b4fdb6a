#pragma once

#include "../deal/fields.hpp"
#include "result.hpp"

namespace buygraph::fields {

// The columns of results, as fields.hpp of the room deal describes those of deals.

template <class V, Is<DealOutcome> T>
void describe(V& visit, T& outcome) {
    visit("offer", outcome.offer, required(text("Offer id; the status quo's stands for no decision.")));
    visit("name", outcome.name, text("Of the offer."));
    visit("kind", outcome.kind, text("ours, competitor or status_quo."));
    visit("probability", outcome.probability, between(0, 1, "That it ends so. They add to 1."));
    visit("standard_error", outcome.standard_error, at_least(0, "Of the samples, from the scrambles."));
    visit("low", outcome.low, between(0, 1, "In one state of the world of ten the chance is below it."));
    visit("high", outcome.high, between(0, 1, "In one of ten above it."));
}

template <class V, Is<DealFault> T>
void describe(V& visit, T& fault) {
    visit("pointer", fault.pointer, text("JSON pointer to the place; missing: the whole deal."));
    visit("message", fault.message, required(text("Who, which field, what is wrong.")));
    visit("given", fault.given, text("The offending value."));
    visit("allowed", fault.allowed, text("What would have been accepted."));
    visit("suggestion", fault.suggestion, text("The likeliest intended field or id."));
}

template <class V, Is<DealStep> T>
void describe(V& visit, T& step) {
    visit("kind", step.kind, required(text("Of the action.")));
    visit("member", step.member, text("Id of the team member who takes it."));
    visit("member_name", step.member_name, text("The member's name."));
    visit("member_hours", step.member_hours, at_least(0, "Hours that the member has in these weeks; missing: the deal does not say."));
    visit("people", step.people, text("Ids of the people it reaches."));
    visit("concerns", step.concerns, text("Ids of the concerns it is about."));
    visit("hours", step.hours, at_least(0, "Hours it takes."));
    visit("cost", step.cost, at_least(0, "In the deal's currency."));
    visit("gain", step.gain, number("Of P(ours), without any other step."));
    visit("gain_error", step.gain_error, at_least(0, "Standard error of it."));
    visit("gain_an_hour", step.gain_an_hour, number("Of P(ours); missing for a step that takes no hours."));
    visit("hour_worth", step.hour_worth, number("Gain an hour times the margin of the deal, less the cost an hour; missing without a value."));
}

template <class V, Is<PortfolioRow> T>
void describe(V& visit, T& row) {
    visit("deal", row.deal, text("Id of the deal; where it has none, the name of its file or the number of its line."));
    visit("name", row.name, text("What is sold."));
    visit("account", row.account, text("The customer."));
    visit("owner", row.owner, text("Who of ours is responsible."));
    visit("close_date", row.close_date, text("When we expect it to close; the day of the decision where only that is known."));
    visit("currency", row.currency, text("ISO 4217 code."));
    visit("value", row.value, at_least(0, "Of the deal, in its currency."));
    visit("win", row.win, between(0, 1, "P(ours)."));
    visit("win_error", row.win_error, at_least(0, "Standard error of P(ours), of the samples."));
    visit("low", row.low, between(0, 1, "In one state of the world of ten our chance is below it."));
    visit("high", row.high, between(0, 1, "In one of ten above it."));
    visit("rival", row.rival, text("Id of the competitor's offer most likely to win."));
    visit("rival_win", row.rival_win, between(0, 1, "Its chance."));
    visit("no_decision", row.no_decision, between(0, 1, "That nothing is decided."));
    visit("no_decision_error", row.no_decision_error, at_least(0, "Standard error of it."));
    visit("blocked", row.blocked, between(0, 1, "No decision because every offer is vetoed."));
    visit("stalemate", row.stalemate, between(0, 1, "Because no offer gets the votes."));
    visit("refused", row.refused, between(0, 1, "Because the one that is chosen is not bought."));
    visit("expected_value", row.expected_value, at_least(0, "P(ours) times the value."));
    visit("outcomes", row.outcomes, text("Every outcome: ours, the competitors in the order of the deal, no decision last."));
    visit("mover_person", row.mover_person, text("Top mover, if asked for: id of the person whose view of our offer on one concern moves P(ours) most."));
    visit("mover_name", row.mover_name, text("The person's name."));
    visit("mover_concern", row.mover_concern, text("Id of that concern."));
    visit("mover_slope", row.mover_slope, number("P(ours) for each point (of 0 to 10) of that view."));
    visit("blind_spot", row.blind_spot, text("The costliest blind spot, if asked for: its kind."));
    visit("blind_spot_people", row.blind_spot_people, text("Ids of the people it is about."));
    visit("blind_spot_size", row.blind_spot_size, between(-1, 1, "What it may cost or bring, in P(ours)."));
    visit("blind_spots", row.blind_spots, text("Every kind of blind spot that the deal has, the costliest first."));
    visit("step", row.step, text("The next step, if asked for: the kind of the action of the deal's plan that gains most an hour."));
    visit("step_member", row.step_member, text("Id of the team member who takes it."));
    visit("step_people", row.step_people, text("Ids of the people it reaches."));
    visit("step_concerns", row.step_concerns, text("Ids of the concerns it is about."));
    visit("step_hours", row.step_hours, at_least(0, "Hours it takes."));
    visit("step_gain", row.step_gain, number("Of P(ours), without any other step."));
    visit("gain_an_hour", row.gain_an_hour, number("Of P(ours)."));
    visit("hour_worth", row.hour_worth, number("What one hour of it is worth: gain an hour times the margin of the deal (the value where no cost is known), less its cost an hour; in the deal's currency."));
    visit("steps", row.steps, text("The whole plan of the deal for four weeks, in its order."));
    visit("faults", row.faults, text("What is wrong with the deal; then the rest is missing."));
}

}  // namespace buygraph::fields
