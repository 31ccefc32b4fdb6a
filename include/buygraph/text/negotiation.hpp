#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "../plan/negotiation.hpp"
#include "../separate.hpp"
#include "names.hpp"

namespace buygraph::text {

/// Whose side it is.
[[nodiscard]] BUYGRAPH_HEAVY Text party_words(money::Party party);

/// What holds a price from above or below.
[[nodiscard]] BUYGRAPH_HEAVY Text limit_words(PriceLimit limit);

/// What can be said about price and terms: today, the win-win zone and what would open it, the Nash point, the price of greatest expected margin, staged cuts and trades.
/// What lacks its fields is named with them.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::string> sentences(const Names& names, const DecisionModel& model, const Negotiation& negotiation);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT)

#include "../numbers/sort_stably.hpp"
#include "lists.hpp"

namespace buygraph::text {

BUYGRAPH_HEAVY Text party_words(money::Party party) {
    switch (party) {
        case money::Party::purchaser: return {"the purchaser", "采购"};
        case money::Party::supplier: return {"we", "我方"};
        case money::Party::company: break;
    }
    return {"the customer's company", "客户公司"};
}

BUYGRAPH_HEAVY Text limit_words(PriceLimit limit) {
    switch (limit) {
        case PriceLimit::floor_price: return {"our floor price", "我方底价"};
        case PriceLimit::list_price: return {"the list price", "目录价"};
        case PriceLimit::company_price: return {"the price at which the company is no better off", "客户公司不再划算的价格"};
        case PriceLimit::budget: break;
    }
    return {"the budget", "预算"};
}

namespace detail {

class NegotiationWords {
  public:
    NegotiationWords(const Names& names, const DecisionModel& model, const Negotiation& found) : names_(names), model_(model), of_(found), language_(names.language()), zh_(language_ == Language::chinese) {}

    [[nodiscard]] std::vector<std::string> write() {
        today();
        zone();
        nash();
        best();
        staged();
        trades();
        return std::move(said_);
    }

  private:
    [[nodiscard]] std::string amount(double value) const { return money(value, names_.deal().currency, language_); }
    /// As exactly as a quotation needs it.
    [[nodiscard]] std::string price(double value) const { return decimal(value, value < 100 ? 2 : 0); }
    [[nodiscard]] std::string listed(const std::vector<std::string>& pointers) const {
        std::string text;
        for (const std::string& pointer : pointers) text += (text.empty() ? "" : zh_ ? "、" : ", ") + pointer;
        return text;
    }
    [[nodiscard]] std::string missing(const char* en, const char* zh, const std::vector<std::string>& pointers) const {
        return zh_ ? joined({zh, "：还缺 " + std::to_string(pointers.size()) + " 项数据：", listed(pointers), "。"}) : std::string(en) + ": fields missing, " + std::to_string(pointers.size()) + ": " + listed(pointers) + ".";
    }
    [[nodiscard]] std::string chance(const Estimate& win) const { return decimal(100 * win.value(), 1) + "%"; }
    [[nodiscard]] std::string parties(const money::Satisfactions& satisfactions) const {
        std::string text;
        for (const money::Party party : money::parties)
            if (const auto& value = satisfactions.of(party)) text += (text.empty() ? "" : zh_ ? "，" : ", ") + joined({party_words(party).in(language_), " ", decimal(*value, 2)});
        return text;
    }

    void today() {
        const money::CustomerView& customer = of_.customer;
        std::string text;
        const auto add = [&](const char* en, const char* zh, const std::string& value) { text += (text.empty() ? "" : zh_ ? "；" : "; ") + std::string(zh_ ? zh : en) + value; };
        if (of_.seller.margin) add("our margin ", "我方毛利率 ", decimal(100 * *of_.seller.margin, 1) + "%");
        if (customer.net_present_value) add("the customer's net present value ", "客户净现值 ", amount(*customer.net_present_value));
        if (customer.return_on_investment) add("return ", "回报率 ", percent(*customer.return_on_investment));
        if (customer.payback && customer.payback->years) add("payback in months ", "回收期（月）", decimal(12 * *customer.payback->years, 0));
        if (const std::string content = parties(of_.parties); !content.empty()) add("content, from 0 (reservation) to 1 (target): ", "满意度（0 为底线，1 为目标）：", content);
        if (!text.empty()) said_.push_back((zh_ ? "按现在的条款：" : "At today's terms: ") + text + (zh_ ? "。" : "."));
    }

    void zone() {
        const WinWinZone& zone = of_.zone;
        if (zone.empty) {
            std::string text;
            for (const PriceLimit limit : zone.conflicts) text += (text.empty() ? "" : zh_ ? "、" : ", ") + limit_words(limit).in(language_);
            said_.push_back(zh_ ? joined({"没有三方都好的价格（0 个）：我方底价 ", price(zone.low.value_or(0)), " 不低于", text, "（", price(zone.high.value_or(0)), "）。"})
                                : "There is no price that is good for all (0 prices): our floor price " + price(zone.low.value_or(0)) + " is not below " + text + " (" + price(zone.high.value_or(0)) + ").");
            for (const Opening& opening : zone.openings) {
                const std::string by = signed_decimal(opening.by, std::abs(opening.by) < 10 ? 3 : 0);
                said_.push_back(zh_ ? joined({"能打开它的：", opening.pointer, " 变动超过 ", by, opening.alone ? "。" : "，但须与客户方其他各项同时。"})
                                    : "What would open it: " + opening.pointer + " changed by more than " + by + (opening.alone ? "." : ", together with the others on the customer's side."));
            }
        } else if (zone.low && zone.high) {
            said_.push_back(zh_ ? joined({"三方都好的价格：", price(*zone.low), " 到 ", price(*zone.high), "。"}) : "Good for all who are known: prices from " + price(*zone.low) + " to " + price(*zone.high) + ".");
        }
        for (const UnknownParty& one : zone.unknown) {
            const std::string who = party_words(one.party).in(language_);
            said_.push_back(zh_ ? joined({who, "是否满意算不出来，还缺 ", std::to_string(one.missing.size()), " 项：", listed(one.missing), "。"}) : "How content " + who + (one.party == money::Party::supplier ? " are" : " is") + " cannot be told; fields missing, " + std::to_string(one.missing.size()) + ": " + listed(one.missing) + ".");
        }
        if (!zone.default_margins.empty())
            said_.push_back(zh_ ? joined({"用了 ", std::to_string(zone.default_margins.size()), " 个默认毛利率：", listed(zone.default_margins), "。"}) : "Default margins used, " + std::to_string(zone.default_margins.size()) + ": " + listed(zone.default_margins) + ".");
    }

    void nash() {
        if (!of_.nash) return;
        const PricePoint& point = of_.nash->point;
        said_.push_back(zh_ ? joined({"纳什点：", price(point.price), "（满意度：", parties(point.parties), "），胜率 ", chance(point.win), "。"})
                            : "Nash point: " + price(point.price) + " (content: " + parties(point.parties) + "), our chance " + chance(point.win) + ".");
    }

    void best() {
        const BestPriceSearch& search = of_.best;
        if (!search.missing.empty()) {
            said_.push_back(missing("Price of greatest expected margin", "期望毛利最大的价格", search.missing));
            return;
        }
        if (!search.best) return;
        const PricePoint& point = search.best->point;
        const std::string margin = amount(point.expected_margin ? point.expected_margin->value() : 0);
        std::string end;
        if (search.best->at_high) end = zh_ ? "；这是区间的上端（" + limit_words(search.best->high.limit).zh + "）：分数到头了，没有上端会一直往上跑" : "; that is the upper end (" + limit_words(search.best->high.limit).en + "): scores saturate, and without the end it would run away";
        if (search.best->at_low) end = zh_ ? "；这是区间的下端（底价）" : "; that is the lower end, our floor price";
        said_.push_back(zh_ ? joined({"期望毛利最大的价格：", price(point.price), "，期望毛利 ", margin, "，胜率 ", chance(point.win)}) + end + "。"
                            : "Price of greatest expected margin: " + price(point.price) + ", expected margin " + margin + ", our chance " + chance(point.win) + end + ".");
    }

    void staged() {
        const StagedCutsSearch& search = of_.staged;
        if (!search.missing.empty()) {
            said_.push_back(missing("Staged cuts", "分年降价", search.missing));
            return;
        }
        if (!search.cuts) return;
        std::string prices, savings;
        for (const StagedYear& year : search.cuts->years) {
            prices += (prices.empty() ? "" : zh_ ? "、" : ", ") + price(year.price);
            if (year.saving > 0) savings += (savings.empty() ? "" : zh_ ? "、" : ", ") + price(year.saving);
        }
        if (savings.empty()) savings = "0";
        const bool gain = search.cuts->seller_cost < 0;  // where money is dearer to the customer than to us
        const std::string to_us = amount(std::abs(search.cuts->seller_cost));
        said_.push_back(zh_ ? joined({"分年降价，对客户等值：各年 ", prices, "；采购每年能报的降幅 ", savings, gain ? "；我方现值多 " : "；我方现值少 ", to_us, "。"})
                            : "Staged cuts, worth the same to the customer: by year " + prices + "; the purchaser can report savings of " + savings + (gain ? "; it gains us " : "; it costs us ") + to_us + " at the start.");
    }

    void trades() {
        const Trades& all = of_.trades;
        if (!all.missing.empty()) {
            said_.push_back(missing("Trades of a longer term for a higher price", "以账期换价格", all.missing));
            return;
        }
        for (const Trade& trade : all.trades) {
            std::vector<PersonEffect> people = trade.people;
            numbers::sort_stably(people, [](const PersonEffect& left, const PersonEffect& right) { return std::abs(left.final[1]) > std::abs(right.final[1]); });
            std::string effects;
            for (std::size_t i = 0; i < std::min<std::size_t>(3, people.size()); ++i)
                if (std::abs(people[i].final[1]) >= 0.005) effects += (effects.empty() ? "" : zh_ ? "、" : ", ") + joined({names_.person(model_.people[people[i].person]), " ", signed_decimal(people[i].final[1], 2)});
            const std::string later = decimal(trade.later, 0), ours = amount(trade.value_gain.value()), theirs = amount(trade.customer_gain);
            said_.push_back(zh_ ? joined({"账期延长 ", later, " 天，价格到 ", price(trade.price), "：我方期望净现值 +", ours, "，客户净现值 +", theirs, "，胜率 ", chance(trade.win), effects.empty() ? "" : "；对各人态度的影响：", effects, "。"})
                                : "Pay " + later + " days later for a price of " + price(trade.price) + ": our expected net present value +" + ours + ", the customer's +" + theirs + ", our chance " + chance(trade.win) + (effects.empty() ? "" : "; attitudes move: " + effects) + ".");
        }
        if (all.trades.empty()) said_.push_back(zh_ ? "没有对双方都有利的账期换价格（0 个）。" : "There is no trade of a longer term for a higher price from which both gain (0 trades).");
        if (!all.unchecked.empty()) said_.push_back(zh_ ? joined({"没有核对信用额度（缺 ", listed(all.unchecked), "），共 1 项。"}) : "Not checked against a credit limit, for want of 1 field: " + listed(all.unchecked) + ".");
    }

    const Names& names_;
    const DecisionModel& model_;
    const Negotiation& of_;
    Language language_;
    bool zh_;
    std::vector<std::string> said_;
};

}  // namespace detail

BUYGRAPH_HEAVY std::vector<std::string> sentences(const Names& names, const DecisionModel& model, const Negotiation& negotiation) { return detail::NegotiationWords(names, model, negotiation).write(); }

}  // namespace buygraph::text

#endif
