#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "../insight/standing.hpp"
#include "../plan/messages.hpp"
#include "../plan/stakes.hpp"
#include "../plan/zipper.hpp"
#include "../separate.hpp"
#include "names.hpp"

namespace buygraph::text {

/// One part of a brief: a word that stays the same in every language, a heading, and lines.
struct BriefSection {
    std::string key;      ///< who, cares, stands, say, ask, avoid, goes
    std::string heading;
    std::vector<std::string> lines;
};

/// One page for a meeting with somebody: who he is, what he cares about, where he stands and how we know, what to say, what to ask, what to avoid, who of ours goes.
struct Brief {
    std::string person;  ///< id
    std::string title;
    std::vector<BriefSection> sections;
};

/// What a brief is made of beside the deal and its model; all of the same model.
struct BriefSources {
    const Messages& messages;
    const Zipper& zipper;
    const Questions& questions;
    const std::vector<Standing>& standings;
    const std::vector<double>& influence;  ///< n: decision influence
};

/// The brief for a meeting with one person of the model.
[[nodiscard]] BUYGRAPH_HEAVY Brief brief(const Names& names, const DecisionModel& model, std::size_t person, const BriefSources& from);

/// The same from the deal alone.
/// \throws InputError   samples out of range
/// \throws Interrupted  when options.interrupt says so
/// Cost: a planning, the messages, the zipper, and for whom we know the questions that he could answer; under a tenth of a second for ten people.
[[nodiscard]] BUYGRAPH_HEAVY Brief brief(const Deal& deal, const DecisionModel& model, std::size_t person, Language language, const ForecastOptions& options = {});

/// The brief as Markdown; whatever people wrote is shown literally.
[[nodiscard]] BUYGRAPH_HEAVY std::string markdown(const Brief& brief);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT_INSIGHT)

#include "../insight/contacts.hpp"
#include "../insight/coverage.hpp"
#include "../insight/decision_influence.hpp"
#include "../model/formal_right.hpp"
#include "../numbers/greatest.hpp"
#include "../plan/introductions.hpp"
#include "engagement.hpp"
#include "lists.hpp"
#include "messages.hpp"
#include "questions.hpp"
#include "stances.hpp"
#include "zipper.hpp"

namespace buygraph::text {

namespace detail {

class BriefWriter {
  public:
    BriefWriter(const Names& names, const DecisionModel& model, std::size_t person, const BriefSources& from)
        : names_(names), deal_(names.deal()), model_(model), p_(person), from_(from), person_(*names.find_person(model.people[person])), name_(names.person(person_.id)), zh_(names.language() == Language::chinese) {}

    [[nodiscard]] Brief write() const {
        Brief brief{person_.id, zh_ ? joined({"会面简报：", name_}) : "Brief: " + name_, {}};
        brief.sections = {{"who", zh_ ? "是谁" : "Who it is", who()},
                          {"cares", zh_ ? "看重什么" : "What counts", cares()},
                          {"stands", zh_ ? "站哪边，凭什么这么说" : "Where they stand, and how we know", stands()},
                          {"say", zh_ ? "说什么" : "What to say", say()},
                          {"ask", zh_ ? "问什么" : "What to ask", ask()},
                          {"avoid", zh_ ? "别做什么" : "What to avoid", avoid()},
                          {"goes", zh_ ? "谁去" : "Who of ours goes", goes()}};
        return brief;
    }

  private:
    using Lines = std::vector<std::string>;

    [[nodiscard]] Lines who() const {
        Lines lines;
        std::string about = name_;
        for (const std::string& part : {person_.title, person_.department})
            if (!part.empty()) about += (zh_ ? "，" : ", ") + part;
        lines.push_back(about + (zh_ ? "；" : "; ") + names_.roles(person_));
        std::string rights;
        const auto add = [&](const std::string& right) { rights += (rights.empty() ? "" : zh_ ? "；" : "; ") + right; };
        const bool by_person = one_person_decides(model_);
        const FormalRight right = formal_right(model_, p_);
        if (by_person && right.decides > 0) add((zh_ ? "拍板的可能 " : "decides with a chance of ") + percent(right.decides));
        if (right.veto) add(zh_ ? "有否决权" : "holds a veto");
        if (!by_person && right.votes > 0) add((zh_ ? "票数 " : "votes: ") + std::to_string(right.votes));
        std::size_t rank = 1;
        for (const double other : from_.influence) rank += std::abs(other) > std::abs(from_.influence[p_]);
        const std::string size = signed_decimal(from_.influence[p_], 2);
        add(zh_ ? "对结果的影响 " + size + "，在 " + std::to_string(model_.people_count()) + " 人中排第 " + std::to_string(rank)
                : "decision influence " + size + ", number " + std::to_string(rank) + " of " + std::to_string(model_.people_count()) + " people");
        lines.push_back(rights);
        return lines;
    }

    [[nodiscard]] Lines cares() const {
        Lines lines;
        std::vector<double> weights(model_.table.concerns.size());
        for (std::size_t k = 0; k < weights.size(); ++k) weights[k] = model_.prior.weights[1](p_, k);
        for (const std::size_t k : numbers::greatest(weights, 5)) {
            const std::string whose = model_.table.personal[k] ? (zh_ ? "（个人）" : " (personal)") : "";
            lines.push_back(names_.concern(model_.table.concerns[k]) + whose + (zh_ ? "：" : ": ") + percent(weights[k]));
        }
        return lines;
    }

    [[nodiscard]] Lines stands() const {
        const Standing& standing = from_.standings[p_];
        Lines lines{stance_words(standing).in(names_.language()) + (zh_ ? "（" : " (") + sureness_words(standing.sureness).in(names_.language()) + (zh_ ? "）：" : "): ") + signed_decimal(standing.lead, 2) + " ± " + decimal(standing.sd, 2)};
        for (const Evidence& evidence : deal_.evidence) {
            if (evidence.about != person_.id) continue;
            const std::string source = evidence.source.empty() ? (zh_ ? "未注明来源" : "a source not named") : names_.find_person(evidence.source) ? names_.person(evidence.source) : evidence.source;
            const std::size_t j = model_.offer(evidence.offer);
            const std::string offer = j == 0 ? (zh_ ? "维持现状" : "staying") : names_.outcome(evidence.offer), stance = signed_decimal(*stance_value(evidence.stance), 2), trust = decimal(evidence.reliability.value_or(0.7), 2);
            std::string line = zh_ ? joined({source, "：对", offer, " ", stance, "（可靠性 ", trust, "）"}) : source + ": " + stance + " on " + offer + " (reliability " + trust + ")";
            if (evidence.date) line += (zh_ ? "，" : ", ") + short_date(*evidence.date, names_.language());
            lines.push_back(line);
        }
        if (lines.size() == 1) lines.push_back(zh_ ? "没有证据（0 条）：这只是从角色和诉求推出来的。" : "No evidence (0 pieces): this is inferred from role and concerns alone.");
        return lines;
    }

    [[nodiscard]] Lines advice(std::initializer_list<AdviceKind> kinds) const {
        Lines lines;
        for (const Advice& advice : from_.messages.advice)
            if (advice.person == p_ && std::find(kinds.begin(), kinds.end(), advice.kind) != kinds.end())
                lines.push_back(advice_words(names_, model_, from_.messages.rival, advice) + (zh_ ? "（" : " (") + advice_reason(names_, advice) + (zh_ ? "）" : ")"));
        return lines;
    }

    [[nodiscard]] Lines say() const {
        Lines lines = advice({AdviceKind::lead, AdviceKind::mend});
        if (lines.empty()) lines.push_back(zh_ ? "没有哪个诉求分得出高下（0 个）：先问，别急着讲。" : "On no concern are we ahead or behind (0 concerns): ask before you tell.");
        return lines;
    }

    [[nodiscard]] Lines ask() const {
        Lines lines = advice({AdviceKind::ask});
        std::size_t most = 3;
        for (const QuestionValue& value : from_.questions.values)
            if (most > 0 && value.question.informant == p_ && value.question.about != p_ && value.fall_share >= 0.005) lines.push_back(sentence(names_, model_, value)), --most;
        if (lines.empty()) lines.push_back(zh_ ? "没有哪个问题的答案会让我们明显更有数（0 个）。" : "There is no question whose answer would tell us much (0 questions).");
        return lines;
    }

    [[nodiscard]] Lines avoid() const {
        Lines lines;
        std::size_t most = 2;
        for (const Advice& advice : from_.messages.advice) {
            if (advice.person != p_ || advice.kind != AdviceKind::mend || most == 0) continue;
            const std::string concern = names_.concern(model_.table.concerns[advice.concern]), by = decimal(5 * std::abs(advice.margin), 1);
            lines.push_back(zh_ ? joined({"别拿", concern, "开场：这一点落后 ", by, " 分。"}) : "Do not open with " + concern + ": there we are behind by " + by + " points.");
            --most;
        }
        for (const DirectedTie& tie : model_.ties)
            if (tie.to == p_ && tie.strength < 0) {
                const std::string other = names_.person(model_.people[tie.from]), strength = signed_decimal(tie.strength, 2);
                lines.push_back(zh_ ? joined({"别借", other, "的话：两人不合（", strength, "）。"}) : "Do not lean on the word of " + other + ": the two are at odds (" + strength + ").");
            }
        if (const double fresh = buygraph::detail::freshness(deal_, person_.id); fresh <= 0 && std::any_of(deal_.evidence.begin(), deal_.evidence.end(), [&](const Evidence& one) { return one.about == person_.id; }))
            lines.push_back(zh_ ? "别太信手上的证据：都超过 " + decimal(stale_days, 0) + " 天了。" : "Do not trust what we have: all evidence is older than " + decimal(stale_days, 0) + " days.");
        if (lines.empty()) lines.push_back(zh_ ? "数据里没有要避开的（0 处）。" : "Nothing in the data speaks against anything (0 warnings).");
        return lines;
    }

    [[nodiscard]] Lines goes() const {
        Lines lines;
        for (const ZipperPair& pair : from_.zipper.pairs)
            if (pair.person == p_) lines.push_back(sentence(names_.language(), names_.member(pair.member), name_, pair));
        for (const WithoutCounterpart& one : from_.zipper.without)
            if (one.person == p_) lines.push_back(sentence(names_.language(), name_, one));
        const auto way = introductions(deal_, model_)[p_];
        if (way && way->people.size() > 1) {
            const std::string through = names_of(names_, model_, std::vector<std::size_t>(way->people.begin(), way->people.end() - 1)), carries = decimal(way->strength, 2);
            lines.push_back(zh_ ? joined({"请", through, "引见（传到 ", carries, "）。"}) : "Ask for an introduction through " + through + " (carries " + carries + ").");
        }
        return lines;
    }

    const Names& names_;
    const Deal& deal_;
    const DecisionModel& model_;
    std::size_t p_;
    const BriefSources& from_;
    const Person& person_;
    std::string name_;
    bool zh_;
};

/// Text from people as Markdown shows it literally: nothing in it is markup.
[[nodiscard]] inline std::string markdown_escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '\n' || c == '\r' || c == '\t') result += ' ';
        else if (c == '<') result += "&lt;";
        else if (c == '>') result += "&gt;";
        else if (c == '&') result += "&amp;";
        else {
            if (std::string_view("\\`*_[]#|~!").find(c) != std::string_view::npos) result += '\\';
            result += c;
        }
    }
    return result;
}

}  // namespace detail

BUYGRAPH_HEAVY Brief brief(const Deal& deal, const DecisionModel& model, std::size_t person, Language language, const ForecastOptions& options) {
    const Planning from = planning(model, options);
    const std::vector<double> influence = decision_influence(model, from.found.sensitivities);
    const std::vector<ZipperDeal> one{{deal, model, influence}};
    const Messages said = messages(deal, *from.worlds, from.influence, from.rival);
    const Zipper paired = zipper(one, deal.team);
    const std::vector<std::size_t> known = contacts(deal, model);
    const bool answers = std::find(known.begin(), known.end(), person) != known.end();
    const Questions asked = answers ? questions(deal, *from.worlds, stakes_of(deal, from), person) : Questions();
    const std::vector<Standing> stand = standings(model);
    return brief(Names(deal, language), model, person, {said, paired, asked, stand, influence});
}

BUYGRAPH_HEAVY std::string markdown(const Brief& brief) {
    std::string text = "# " + detail::markdown_escaped(brief.title) + "\n";
    for (const BriefSection& section : brief.sections) {
        text += "\n## " + detail::markdown_escaped(section.heading) + "\n\n";
        for (const std::string& line : section.lines) text += "- " + detail::markdown_escaped(line) + "\n";
    }
    return text;
}

BUYGRAPH_HEAVY Brief brief(const Names& names, const DecisionModel& model, std::size_t person, const BriefSources& from) { return detail::BriefWriter(names, model, person, from).write(); }

}  // namespace buygraph::text

#endif
