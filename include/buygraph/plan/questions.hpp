#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "../deal/deal.hpp"
#include "../influence/matrix.hpp"
#include "../separate.hpp"
#include "sample_information.hpp"
#include "stored_worlds.hpp"

namespace buygraph {

enum class QuestionKind {
    stance,   ///< where does X stand on this offer, or on staying?
    rating,   ///< how does X rate us on this concern?
    listens,  ///< does X listen to Y?
    decider,  ///< who really decides?
    seat      ///< who sits in this seat? Valued as asking where he stands on us
};
template <>
struct Words<QuestionKind> {
    static constexpr WordTable<QuestionKind, 5> table{
        {{"stance", QuestionKind::stance}, {"rating", QuestionKind::rating}, {"listens", QuestionKind::listens}, {"decider", QuestionKind::decider}, {"seat", QuestionKind::seat}}};
};

/// What could be asked, and of whom.
struct Question {
    QuestionKind kind;
    std::optional<std::size_t> about;    ///< person; nothing: who decides
    std::optional<std::size_t> offer;    ///< of a stance
    std::optional<std::size_t> concern;  ///< of a rating
    std::optional<std::size_t> to;       ///< of listens: Y
    std::size_t informant;               ///< who is asked
    double reliability;                  ///< of his answer to this, at his distance
};

/// What one answer is expected to tell.
struct QuestionValue {
    Question question;
    double fall;                            ///< expected fall of Var(P(ours)) over states of the world
    double fall_share;                      ///< of that variance
    std::optional<InformationValue> money;  ///< over the choices; nothing where a deal has no value
};

/// One thing that can be done after the answer: what it costs us beside pursuing the deal, and what it does to attitudes.
struct Course {
    double cost = 0;
    Matrix shift;  ///< 2 × n
};

/// What the answers are used for: to go on in one of these ways, or to walk away at 0.
struct Stakes {
    double margin = 0;            ///< what winning is worth
    double pursuit_cost = 0;
    std::vector<Course> courses;  ///< the first: just go on
};

/// Questions by falling worth, with what perfect information would be worth.
struct Questions {
    double variance = 0;  ///< of P(ours) over states of the world, and over who may decide where that can be asked
    std::vector<QuestionValue> values;
    std::optional<double> perfect;  ///< expected value of perfect information over the same choices
};

/// Everything that we could ask of those whom we know, and what each answer is expected to tell: by the expected fall of Var(P(ours)), and in money over what could be done.
///
/// An answer is a reading with the noise of the informant's reliability (the mean of his evidence so far, 0.7 without) at his distance; about who decides he knows with that chance, and otherwise says
/// what we believe already. Of a seat that nobody has named it is asked where its holder will stand on us.
/// \param stakes     nothing: no values in money
/// \param informant  only what could be asked of this person; nothing: of everybody whom we know
/// Cost: a sort of the samples for each question, and again for each informant whose error the evidence shares; 64 · 400 · (choices + 2) for each reliability of an answer. Source: docs/model.md, section 8; Raiffa and Schlaifer 1961; `SignalValuer`.
[[nodiscard]] BUYGRAPH_HEAVY Questions questions(const Deal& deal, const StoredWorlds& worlds, const std::optional<Stakes>& stakes = {}, std::optional<std::size_t> informant = {});

/// Of each question only what the best informant tells, in the same order.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<QuestionValue> by_best_informant(const Questions& questions);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_PLAN)

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

#include "../belief/anticipation.hpp"
#include "../belief/reliability.hpp"
#include "../graph/hops.hpp"
#include "../insight/contacts.hpp"
#include "../model/account.hpp"
#include "../model/formal_right.hpp"
#include "../numbers/sort_stably.hpp"
#include "score_shifts.hpp"
#include "signal_value.hpp"

namespace buygraph {

namespace detail {

/// Asks everything of everybody whom we know.
class Questioner {
  public:
    Questioner(const Deal& deal, const StoredWorlds& worlds, const std::optional<Stakes>& stakes, std::optional<std::size_t> only)
        : worlds_(worlds), model_(worlds.model()), stakes_(stakes), named_(named_people(deal)), graph_(account_graph(model_)), valuer_(worlds.wins_with(worlds.no_shift()), payoffs(*model_.rule)),
          anticipate_(model_.prior, model_.index(), model_.readings, model_.control, model_.bias_sd) {
        informants_ = contacts(deal, model_);
        std::erase_if(informants_, [&](std::size_t person) { return !named_[person] || (only && person != *only); });
        for (const std::size_t informant : informants_) {
            everybody_.push_back(everybody_.size());
            hops_.push_back(hops_from(graph_, informant));
            double sum = 0, count = 0;
            for (const Evidence& evidence : deal.evidence)
                if (evidence.source == model_.people[informant]) sum += evidence.reliability.value_or(0.7), ++count;
            reliability_.push_back(count > 0 ? sum / count : 0.7);
            bias_.emplace_back(model_.offer_count());
        }
        std::size_t at = 0;
        for (const Evidence& evidence : deal.evidence) {
            if (std::find(model_.people.begin(), model_.people.end(), evidence.about) == model_.people.end()) continue;
            const Reading& reading = model_.readings[at++];
            for (std::size_t a = 0; a < informants_.size(); ++a)
                if (evidence.source == model_.people[informants_[a]]) bias_[a][reading.offer] = reading.bias;
        }
    }

    [[nodiscard]] Questions run() {
        Questions result;
        result.variance = valuer_.variance();
        if (!informants_.empty()) {
            stances();
            ratings();
            listens();
        }
        for (std::size_t a = 0; a < informants_.size(); ++a) decider(a);
        if (!by_decider_.empty()) result.variance = variance_by_decider();
        for (QuestionValue& value : values_) value.fall_share = result.variance > 1e-18 ? value.fall / result.variance : 0;
        numbers::sort_stably(values_, [](const QuestionValue& left, const QuestionValue& right) { return left.fall > right.fall; });
        result.values = std::move(values_);
        if (stakes_) result.perfect = perfect();
        return result;
    }

  private:
    /// What every choice pays in every state: walking away first.
    [[nodiscard]] Matrix payoffs(const decision::DecisionRule& rule) const {
        if (!stakes_) return {};
        Matrix result(stakes_->courses.size() + 1, worlds_.samples());
        for (std::size_t course = 0; course < stakes_->courses.size(); ++course) {
            const std::vector<double> wins = worlds_.wins_with(stakes_->courses[course].shift, rule);
            for (std::size_t s = 0; s < wins.size(); ++s) result(course + 1, s) = wins[s] * stakes_->margin - stakes_->pursuit_cost - stakes_->courses[course].cost;
        }
        return result;
    }

    [[nodiscard]] double reliability(std::size_t a, std::size_t about) const { return reliability_at(reliability_[a], hops_[a][about]); }

    void stances() {
        for (std::size_t i = 0; i < model_.people_count(); ++i)
            for (std::size_t j = 0; j < model_.offer_count(); ++j) {
                if (!named_[i] && j != model_.ours) continue;
                Observable observable = final_attitude_observable(model_.prior, model_.index(), model_.control, j == 0 ? 0 : 1, i, j);
                observable.biased = true;
                std::vector<bool> asked(informants_.size(), false);
                for (std::size_t first = 0; first < informants_.size(); ++first) {
                    if (asked[first]) continue;
                    observable.bias = bias_[first][j];
                    std::vector<std::size_t> alike;  // whose answers err together with the same readings, mostly with none
                    for (std::size_t a = first; a < informants_.size(); ++a)
                        if (bias_[a][j] == observable.bias) alike.push_back(a), asked[a] = true;
                    ask({named_[i] ? QuestionKind::stance : QuestionKind::seat, i, j, std::nullopt, std::nullopt, 0, 0}, i, heard(worlds_.signal(anticipate_(observable))), alike);
                }
            }
    }

    /// Of what he weighs; as far as our score on it is uncertain in his eyes.
    void ratings() {
        for (std::size_t z = 0; z < model_.prior.latents.size(); ++z) {
            const Latent& latent = model_.prior.latents[z];
            if (latent.group != ErrorGroup::score || latent.offer != model_.ours) continue;
            std::optional<Heard> answer;
            std::vector<bool> asked(model_.people_count(), false);
            for (const auto& [at, loading] : latent.loadings) {
                const std::size_t i = at / model_.index().offers % model_.people_count();
                if (asked[i] || !named_[i] || model_.prior.weights[1](i, latent.concern) < 0.05) continue;
                asked[i] = true;
                if (!answer) answer = heard(worlds_.signal(anticipate_({{{z, 1.0}}, 0, false, std::nullopt})));
                ask({QuestionKind::rating, i, model_.ours, latent.concern, std::nullopt, 0, 0}, i, *answer, everybody_);
            }
        }
    }

    void listens() {
        for (std::size_t t = 0; t < model_.ties.size(); ++t) {
            const DirectedTie& tie = model_.ties[t];
            if (!tie.record || !named_[tie.from] || !named_[tie.to]) continue;
            if (const std::optional<Signal> signal = worlds_.tie_signal(t, 0)) ask({QuestionKind::listens, tie.to, std::nullopt, std::nullopt, tie.from, 0, 0}, tie.to, heard(*signal), everybody_);
        }
    }

    /// What an answer without error would tell.
    struct Heard {
        SignalClasses classes;
        double noise_variance;
    };
    [[nodiscard]] Heard heard(const Signal& signal) const { return {valuer_.classes(signal.values), signal.noise_variance}; }

    /// Asks some informants the same: their answers differ in how reliable they are, by their distance to whom it is about.
    void ask(Question question, std::size_t about, const Heard& answer, const std::vector<std::size_t>& informants) {
        const std::size_t before = values_.size();
        for (const std::size_t a : informants) {
            question.informant = informants_[a], question.reliability = reliability(a, about);
            std::size_t same = before;
            while (same < values_.size() && values_[same].question.reliability != question.reliability) ++same;
            const SignalValue told = same < values_.size() ? SignalValue{values_[same].fall, values_[same].money} : valuer_(answer.classes, answer.noise_variance + noise_variance(question.reliability, 0, 0));
            values_.push_back({question, told.fall, 0, told.money});
        }
    }

    /// With this chance he knows and says so; otherwise his answer is as good as ours.
    void decider(std::size_t a) {
        std::vector<double> decides;
        std::vector<std::size_t> possible;
        for (std::size_t d = 0; d < model_.people_count(); ++d)
            if (decides.emplace_back(formal_right(model_, d).decides) > 0) possible.push_back(d);
        if (!one_person_decides(model_) || possible.size() < 2) return;
        if (by_decider_.empty()) prepare(possible);
        std::vector<double> prior, wins;
        Matrix likelihoods(possible.size(), possible.size()), payoffs(stakes_ ? stakes_->courses.size() + 1 : 0, possible.size());
        double trust = 1;
        for (const std::size_t d : possible) trust = std::min(trust, reliability(a, d));
        for (std::size_t d = 0; d < possible.size(); ++d) {
            prior.push_back(decides[possible[d]]);
            wins.push_back(by_decider_[d].win);
            for (std::size_t choice = 0; choice < payoffs.rows; ++choice) payoffs(choice, d) = by_decider_[d].payoffs[choice];
            for (std::size_t answer = 0; answer < possible.size(); ++answer) likelihoods(d, answer) = (answer == d ? trust : 0) + (1 - trust) * decides[possible[answer]];
        }
        QuestionValue result{{QuestionKind::decider, std::nullopt, std::nullopt, std::nullopt, std::nullopt, informants_[a], trust}, expected_fall(wins, prior, likelihoods), 0, std::nullopt};
        if (stakes_) result.money = information_value(payoffs, prior, likelihoods);
        values_.push_back(std::move(result));
    }

    void prepare(const std::vector<std::size_t>& possible) {
        for (const std::size_t d : possible) {
            const DecisionModel one = decided_by(model_, d);
            const std::vector<double> wins = worlds_.wins_with(worlds_.no_shift(), *one.rule);
            const Matrix paid = payoffs(*one.rule);
            ByDecider found{std::accumulate(wins.begin(), wins.end(), 0.0) / static_cast<double>(wins.size()), {}, formal_right(model_, d).decides, 0, 0};
            found.squares = std::inner_product(wins.begin(), wins.end(), wins.begin(), 0.0) / static_cast<double>(wins.size());
            for (std::size_t choice = 0; choice < paid.rows; ++choice) found.payoffs.push_back(std::accumulate(paid.row(choice).begin(), paid.row(choice).end(), 0.0) / static_cast<double>(paid.columns));
            found.best = mean_of_best(paid);
            by_decider_.push_back(std::move(found));
        }
    }

    [[nodiscard]] static double mean_of_best(const Matrix& paid) {
        double sum = 0;
        for (std::size_t s = 0; s < paid.columns && paid.rows > 0; ++s) {
            double best = paid(0, s);
            for (std::size_t choice = 1; choice < paid.rows; ++choice) best = std::max(best, paid(choice, s));
            sum += best / static_cast<double>(paid.columns);
        }
        return sum;
    }

    /// Everything known: the state of the world, and who decides.
    [[nodiscard]] double perfect() const {
        const Matrix paid = payoffs(*model_.rule);
        double now = 0, best = mean_of_best(paid);
        for (std::size_t choice = 0; choice < paid.rows; ++choice) now = std::max(now, std::accumulate(paid.row(choice).begin(), paid.row(choice).end(), 0.0) / static_cast<double>(paid.columns));
        if (!by_decider_.empty()) {
            best = 0;
            for (const ByDecider& one : by_decider_) best += one.chance * one.best;
        }
        return std::max(0.0, best - now);
    }

    /// Of the state of the world and who decides together.
    [[nodiscard]] double variance_by_decider() const {
        double mean = 0, squares = 0;
        for (const ByDecider& one : by_decider_) mean += one.chance * one.win, squares += one.chance * one.squares;
        return std::max(valuer_.variance(), squares - mean * mean);
    }

    struct ByDecider {
        double win;  ///< mean over states of the world
        std::vector<double> payoffs;
        double chance, best, squares;
    };

    const StoredWorlds& worlds_;
    const DecisionModel& model_;
    const std::optional<Stakes>& stakes_;
    std::vector<bool> named_;
    AccountGraph graph_;
    SignalValuer valuer_;
    Anticipator anticipate_;
    std::vector<std::size_t> informants_, everybody_;  ///< people, and their numbers here
    std::vector<std::vector<std::optional<std::size_t>>> hops_;
    std::vector<double> reliability_;
    std::vector<std::vector<std::optional<std::size_t>>> bias_;  ///< by informant and offer: the readings with whose error his answer shares one
    std::vector<QuestionValue> values_;
    std::vector<ByDecider> by_decider_;
};

}  // namespace detail

BUYGRAPH_HEAVY Questions questions(const Deal& deal, const StoredWorlds& worlds, const std::optional<Stakes>& stakes, std::optional<std::size_t> informant) {
    return detail::Questioner(deal, worlds, stakes, informant).run();
}

BUYGRAPH_HEAVY std::vector<QuestionValue> by_best_informant(const Questions& questions) {
    std::vector<QuestionValue> best;
    for (const QuestionValue& value : questions.values) {
        const Question& asked = value.question;
        const bool known = std::any_of(best.begin(), best.end(), [&](const QuestionValue& other) {
            const Question& one = other.question;
            return one.kind == asked.kind && one.about == asked.about && one.offer == asked.offer && one.concern == asked.concern && one.to == asked.to;
        });
        if (!known) best.push_back(value);
    }
    return best;
}

}  // namespace buygraph

#endif
