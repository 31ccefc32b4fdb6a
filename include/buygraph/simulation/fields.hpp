#pragma once

#include "../deal/fields.hpp"
#include "truth.hpp"

namespace buygraph::fields {

// The columns of simulated truths, as fields.hpp of the room deal describes those of deals.

template <class V, Is<TruePerson> T>
void describe(V& visit, T& person) {
    visit("person", person.person, required(text("Person id.")));
    visit("offer", person.offer, required(text("Offer id.")));
    visit("buy", person.buy, number("Final attitude X at the buy gate on the day of the decision."));
    visit("vendor", person.vendor, number("At the vendor gate."));
}

template <class V, Is<SimulatedTruth> T>
void describe(V& visit, T& truth) {
    visit("deal", truth.deal, required(text("Id of the deal.")));
    visit("outcome", truth.outcome, required(text("Id of the offer that won; the status quo's: nothing was decided.")));
    visit("won", truth.won, text("Whether ours won."));
    visit("way", truth.way, text("How nothing was decided: blocked, stalemate or refused."));
    visit("decider", truth.decider, text("Id of the person who really decided; missing where votes did."));
    visit("win", truth.win, between(0, 1, "P(ours) in the true state of the world."));
    visit("no_decision", truth.no_decision, between(0, 1, "That nothing would be decided in it."));
    visit("attitudes", truth.attitudes, text("Where everybody really stood."));
}

}  // namespace buygraph::fields
