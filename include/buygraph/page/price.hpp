#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../plan/negotiation.hpp"
#include "../separate.hpp"
#include "../text/names.hpp"
#include "parts.hpp"

namespace buygraph::page {

inline constexpr Heading price_heading{"Price and terms", "价格与条款"};

/// What each price would do, where all three are content, and what else there is to trade.
[[nodiscard]] BUYGRAPH_HEAVY Element price(const text::Names& names, const DecisionModel& model, const Negotiation& found);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include "../text/negotiation.hpp"

namespace buygraph::page {

namespace detail {

/// Two panels over one axis of prices, P(ours) above and expected margin below, with the win-win zone as a band and prices worth naming as lines.
class PriceChart {
  public:
    PriceChart(const text::Names& names, const Negotiation& found) : names_(names), found_(found), zh_(names.language() == Language::chinese), low_(found.curve.points.front().price), high_(found.curve.points.back().price) {}

    [[nodiscard]] Element draw() const {
        Element figure = element("div", "price-chart");
        figure.add(panel(zh_ ? "我方胜率" : "P(us)", [](const PricePoint& point) { return std::optional(point.win.value()); }, true, [](double value, Language) { return text::percent(value); }));
        if (found_.curve.points.front().expected_margin) {
            const std::string& currency = names_.deal().currency;
            figure.add(panel(zh_ ? "期望毛利" : "expected margin", [](const PricePoint& point) { return point.expected_margin ? std::optional(point.expected_margin->value()) : std::nullopt; }, false,
                             [&](double value, Language language) { return text::money(value, currency, language); }));
        }
        Element axis = track(34, "track axis");
        axis.add(words_at(0, 13, amount(low_), "start"));
        axis.add(words_at(1, 13, amount(high_), "end"));
        figure.add(std::move(axis));
        Element legend = element("ul", "verticals");
        for (const Named& one : named()) legend.add(element("li", std::string(one.classes), words("span", one.name), words("strong", amount(one.price))));
        if (found_.zone.low && found_.zone.high && !found_.zone.empty)
            legend.add(element("li", "zone", words("span", zh_ ? "三方都好" : "good for all"), words("strong", amount(*found_.zone.low) + " – " + amount(*found_.zone.high))));
        figure.add(std::move(legend));
        return figure;
    }

  private:
    struct Named {
        std::string name;
        double price;
        const char* token;
        std::string_view classes;
    };

    [[nodiscard]] double at(double price) const { return high_ > low_ ? (price - low_) / (high_ - low_) : .5; }
    [[nodiscard]] std::string amount(double value) const { return text::money(value, names_.deal().currency, names_.language()); }
    [[nodiscard]] static Element words_at(double x, double y, std::string said, const char* anchor) { return {"text", {{"x", share_of_width(x)}, {"y", text::decimal(y, 0)}, {"text-anchor", anchor}}, std::move(said), {}}; }

    [[nodiscard]] std::vector<Named> named() const {
        std::vector<Named> prices;
        if (found_.bargain.today.price) prices.push_back({zh_ ? "现价" : "now", *found_.bargain.today.price, "ink", "now"});
        if (found_.nash) prices.push_back({zh_ ? "纳什点" : "Nash point", found_.nash->point.price, "our", "nash"});
        if (found_.best.best) prices.push_back({zh_ ? "期望毛利最大" : "greatest expected margin", found_.best.best->point.price, "for2", "best"});
        return prices;
    }

    /// One curve from 0 (or below, where it goes there) to its greatest, stretched over the panel.
    template <class Value, class Said>
    [[nodiscard]] Element panel(const std::string& title, Value value, bool chance, Said said) const {
        constexpr double height = 84;
        double least = 0, most = 0;
        for (const PricePoint& point : found_.curve.points)
            if (const auto here = value(point)) least = std::min(least, *here), most = std::max(most, *here);
        if (!(most > least)) most = least + 1;
        const auto y = [&](double here) { return 4 + (height - 8) * (1 - (here - least) / (most - least)); };
        std::string path;
        for (const PricePoint& point : found_.curve.points)
            if (const auto here = value(point)) path += (path.empty() ? "M" : "L") + text_number(1000 * at(point.price)) + " " + text_number(y(*here));
        Element drawing = track(static_cast<int>(height), "track panel");
        if (found_.zone.low && found_.zone.high && !found_.zone.empty) drawing.add(bar(std::clamp(at(*found_.zone.low), 0.0, 1.0), std::clamp(at(*found_.zone.high), 0.0, 1.0), 0, height, "our", .15));
        Element zero{"line", {{"x1", "0"}, {"x2", "100%"}, {"y1", text::decimal(y(0), 1)}, {"y2", text::decimal(y(0), 1)}, {"stroke", "var(--line2)"}}, "", {}};
        drawing.add(std::move(zero));
        for (const Named& one : named())
            if (one.price >= low_ && one.price <= high_) {
                Element line = upright(at(one.price), 0, height, one.token, 1.5);
                if (one.token != std::string_view("ink")) line.set("stroke-dasharray", "4 3");
                drawing.add(std::move(line));
            }
        Element stretched{"svg", {{"viewBox", "0 0 1000 " + text::decimal(height, 0)}, {"width", "100%"}, {"height", text::decimal(height, 0)}, {"preserveAspectRatio", "none"}}, "", {}};
        stretched.add({"path", {{"d", path}, {"fill", "none"}, {"stroke", "var(--for2)"}, {"stroke-width", "2"}, {"vector-effect", "non-scaling-stroke"}}, "", {}});
        drawing.add(std::move(stretched));
        const Language language = names_.language();
        return element("div", chance ? "panel win" : "panel money", element("p", "ends", words("span", title), words("span", said(least, language) + " – " + said(most, language))), std::move(drawing));
    }

    [[nodiscard]] static std::string text_number(double value) {
        std::string number = text::decimal(value, 1);
        if (number.rfind(text::minus, 0) == 0) number = "-" + number.substr(text::minus.size());
        return number;
    }

    const text::Names& names_;
    const Negotiation& found_;
    bool zh_;
    double low_, high_;
};

}  // namespace detail

BUYGRAPH_HEAVY Element price(const text::Names& names, const DecisionModel& model, const Negotiation& found) {
    const bool zh = names.language() == Language::chinese;
    Element part = section("price", price_heading.in(names.language()), zh ? "对三方都好" : "good for all three");
    if (found.curve.points.empty()) {
        std::string missing;
        for (const std::string& pointer : found.curve.missing) missing += (missing.empty() ? "" : zh ? "、" : ", ") + pointer;
        part.add(words("p", zh ? text::joined({"还画不出价格曲线，缺 ", missing, "。"}) : "No price curve yet; missing: " + missing + ".", "note"));
    } else {
        part.add(detail::PriceChart(names, found).draw());
    }
    const std::vector<std::string> sentences = text::sentences(names, model, found);
    Element said = element("ul", "said");
    for (const std::string& sentence : sentences) said.add(words("li", sentence));
    part.add(element("details", "", words("summary", zh ? text::joined({"逐条说明（", std::to_string(sentences.size()), " 条）"}) : "In words (" + std::to_string(sentences.size()) + ")"), std::move(said)));
    return part;
}

}  // namespace buygraph::page

#endif
