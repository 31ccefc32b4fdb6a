#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "../insight/decision_influence.hpp"
#include "../insight/standing.hpp"
#include "../text/format.hpp"
#include "../text/names.hpp"
#include "../text/stances.hpp"
#include "glyphs.hpp"
#include "hierarchy.hpp"
#include "svg.hpp"
#include "text_width.hpp"

namespace buygraph::picture {

namespace detail {

/// How much a box shows; denser steps are taken until the tree fits.
struct Density {
    double label;    ///< width of the label, px
    double scale;    ///< of the disc
    double floor;    ///< least radius, px
    double rise;     ///< radius added at the greatest influence, px
    bool title, age, dial;
};
inline constexpr Density densities[]{{130, 1, 13, 20, true, true, true}, {110, .85, 13, 20, true, false, true}, {78, .72, 13, 20, false, false, true}, {78, .72, 13, 8, false, false, false}};

/// One person as the map shows him.
struct Figure {
    const Person* person = nullptr;
    std::optional<std::size_t> index;  ///< in the model; none: he has left
    std::string name, title, age, role;
    std::vector<std::string> contacts;  ///< initials of our own people who know him
    double radius = 13;
    double rank = 0;                    ///< |influence|
    Point centre;
};

/// Draws the account map in the hierarchy layout.
class AccountMap {
  public:
    AccountMap(const Deal& deal, const DecisionModel& model, Language language)
        : deal_(deal), model_(model), names_(deal, language), zh_(language == Language::chinese), standings_(standings(model)), influence_(decision_influence(model)) {}

    [[nodiscard]] Scene draw() {
        scene_.language = zh_ ? "zh" : "en";
        scene_.title = (deal_.account.empty() ? "" : deal_.account + " · ") + deal_.name;
        figures();
        lay_out();
        heading();
        reporting();
        influences();
        for (const Figure& figure : figures_) draw_figure(figure);
        legend();
        return std::move(scene_);
    }

  private:
    static constexpr double margin = 28, head = 64, foot = 58, plan_width = 900, plan_height = 560, most_height = 800;

    [[nodiscard]] std::string say(const char* en, const char* zh) const { return zh_ ? zh : en; }

    void figures() {
        double greatest = 0;
        for (const double value : influence_) greatest = std::max(greatest, std::abs(value));
        for (const Person& person : deal_.people) {
            Figure figure;
            figure.person = &person;
            for (std::size_t i = 0; i < model_.people.size(); ++i)
                if (model_.people[i] == person.id) figure.index = i;
            figure.name = names_.person(person.id);
            figure.title = person.title;
            if (person.vacant.value_or(false)) figure.name = say("vacant seat", "空席"), figure.title = person.title.empty() ? names_.roles(person) : person.title;
            if (!figure.index) figure.title = person.title.empty() ? say("has left", "已离开") : person.title + say(", has left", "（已离开）");
            figure.age = figure.index ? age_of(*figure.index) : "";
            double share = 0;
            for (const auto& [id, weight] : mix_roles(person, merged_catalog(deal_.catalog)).shares)
                if (weight > share) share = weight, figure.role = id;
            for (const TeamMember& member : deal_.team)
                if (figure.index && std::find(member.knows.begin(), member.knows.end(), person.id) != member.knows.end()) figure.contacts.push_back(initials(member.name.empty() ? member.id : member.name));
            if (figure.index) figure.rank = greatest > 0 ? std::abs(influence_[*figure.index]) / greatest : 0;
            figures_.push_back(std::move(figure));
        }
    }

    /// "218 d old" beyond 180 days, "no evidence"; nothing where the newest is fresh or has no date.
    [[nodiscard]] std::string age_of(std::size_t index) const {
        bool any = false;
        std::optional<int> newest;
        for (const Evidence& evidence : deal_.evidence) {
            if (evidence.about != model_.people[index]) continue;
            any = true;
            if (!evidence.date || !deal_.as_of) return "";
            const int days = days_since_epoch(*deal_.as_of) - days_since_epoch(*evidence.date);
            newest = newest ? std::min(*newest, days) : days;
        }
        if (!any) return say("no evidence", "无证据");
        return newest && *newest > 180 ? std::to_string(*newest) + say(" d old", " 天前") : "";
    }

    /// The first Han character, or the first letters of at most three words.
    [[nodiscard]] static std::string initials(const std::string& name) {
        std::string letters;
        bool start = true;
        for (std::size_t at = 0; at < name.size() && letters.size() < 3;) {
            const auto point = code_point_at(name, at);
            if (!point) break;
            if (point->value >= 0x2E80) return letters.empty() ? name.substr(at, point->bytes) : letters;
            if (start && point->value != ' ') letters += name.substr(at, point->bytes);
            start = point->value == ' ';
            at += point->bytes;
        }
        return letters;
    }

    [[nodiscard]] const Person* boss_of(const Person& person) const {
        const Person* boss = names_.find_person(person.reports_to);
        while (boss && has_departed(*boss)) boss = names_.find_person(boss->reports_to);
        return boss;
    }

    void lay_out() {
        std::vector<bool> leads(figures_.size(), false);
        for (const Figure& figure : figures_)
            if (const Person* boss = figure.index ? boss_of(*figure.person) : nullptr)
                for (std::size_t i = 0; i < figures_.size(); ++i) leads[i] = leads[i] || figures_[i].person == boss;
        std::vector<std::pair<int, Figure>> order;  // roots with reports, roots without, those who left; everybody else with the roots: siblings by influence
        for (std::size_t i = 0; i < figures_.size(); ++i) order.emplace_back(!figures_[i].index ? 2 : !leads[i] && !boss_of(*figures_[i].person) ? 1 : 0, figures_[i]);
        std::stable_sort(order.begin(), order.end(), [](const auto& left, const auto& right) { return left.first != right.first ? left.first < right.first : left.second.rank > right.second.rank; });
        figures_.clear();
        for (auto& entry : order) figures_.push_back(std::move(entry.second));

        std::optional<TreeLayout> layout;
        for (const Density& density : densities) {
            density_ = density;
            layout = lay_out_tree(boxes(), plan_width, plan_height);
            if (layout) break;
        }
        for (double width = plan_width; !layout; width *= 1.5) layout = lay_out_tree(boxes(), width, most_height);
        scene_.width = std::max(layout->width, 760.0) + 2 * margin;
        scene_.height = head + layout->height + foot;
        const double shift = (scene_.width - layout->width) / 2;
        for (std::size_t i = 0; i < figures_.size(); ++i) figures_[i].centre = {layout->centres[i].x + shift, layout->centres[i].y + head};
        lines_ = layout->lines;
        shift_ = shift;
    }

    [[nodiscard]] std::vector<TreeBox> boxes() {
        std::vector<TreeBox> result;
        for (Figure& figure : figures_) {
            figure.radius = figure.index ? (density_.floor + density_.rise * std::sqrt(figure.rank)) * density_.scale : 13 * density_.scale;
            const double around = figure.radius + (density_.dial ? 14 : 9);
            const double wanted = std::max({text_width(figure.name, 13, true), density_.title ? text_width(figure.title, 11) : 0, density_.age ? text_width(figure.age, 11) : 0, 34.0 * static_cast<double>(figure.contacts.size())});
            const double label = std::min(density_.label, wanted + 4);
            const double text = 20 + (density_.title ? 15 : 0) + (density_.age && !figure.age.empty() ? 15 : 0) + (figure.contacts.empty() ? 0 : 22);
            TreeBox box;
            box.centre = {around, around};
            box.width = 2 * around + label + 6;
            box.height = std::max(2 * around, around + text - figure.radius * .4);
            box.reach = figure.radius + 2;
            if (figure.index)
                if (const Person* boss = boss_of(*figure.person))
                    for (std::size_t i = 0; i < figures_.size(); ++i)
                        if (figures_[i].person == boss) box.boss = i;
            result.push_back(box);
        }
        return result;
    }

    Mark& add_path(Group& group, std::string path, std::string fill, std::string stroke = {}, double width = 1) {
        Mark& mark = group.marks.emplace_back();
        mark.path = std::move(path);
        mark.fill = std::move(fill);
        mark.stroke = std::move(stroke);
        mark.width = width;
        return mark;
    }

    Mark& add_text(Group& group, std::string text, Point at, double size, std::string fill, int weight = 400) {
        Mark& mark = group.marks.emplace_back();
        mark.text = std::move(text);
        mark.at = at;
        mark.size = size;
        mark.fill = std::move(fill);
        mark.weight = weight;
        return mark;
    }

    [[nodiscard]] std::string names_language() const { return deal_.language && (*deal_.language == Language::chinese) != zh_ ? (zh_ ? "en" : "zh") : ""; }

    void heading() {
        Group group;
        add_text(group, fitted(scene_.title, scene_.width - 2 * margin - 250, 16, true), {margin, 30}, 16, "ink", 650);
        std::string second = say("Who sways the decision", "谁在影响决定");
        if (deal_.as_of) second += say(" · as of ", " · 截至 ") + to_string(*deal_.as_of);
        add_text(group, second, {margin, 48}, 12, "ink2");
        Mark& chip = add_text(group, say("Uncalibrated: not fitted to outcomes", "未校准 · 常数未用成交结果拟合"), {scene_.width - margin, 30}, 11, "ink2");
        chip.anchor = "end";
        Mark& scale = add_text(group, standings_.empty() || standings_.front().against_rival ? say("Dial: lead over the best rival", "刻度：对最强对手的领先") : say("Dial: pull to buy", "刻度：购买意愿"),
                               {scene_.width - margin, 48}, 11, "ink2");
        scale.anchor = "end";
        scene_.groups.push_back(std::move(group));
    }

    void reporting() {
        Group group;
        for (const std::string& path : lines_) {
            std::string moved;  // the layout's own coordinates, shifted into the scene
            const char* at = path.c_str();
            while (*at) {
                if (*at == 'M' || *at == 'L') {
                    moved += *at++;
                    char* end = nullptr;
                    const double x = std::strtod(at, &end), y = std::strtod(end, &end);
                    moved += point(x + shift_, y + head);
                    at = end;
                } else {
                    ++at;
                }
            }
            add_path(group, moved, "", "line2", 1.25);
        }
        scene_.groups.push_back(std::move(group));
    }

    [[nodiscard]] const Figure* figure_of(const std::string& id) const {
        for (const Figure& figure : figures_)
            if (figure.person->id == id && figure.index) return &figure;
        return nullptr;
    }

    /// How much a curve covers: names three times as bad as discs.
    [[nodiscard]] double covered(Point from, Point bend, Point to, const Figure& first, const Figure& last) const {
        double bad = 0;
        for (int i = 1; i < 24; ++i) {
            const double t = i / 24.0, u = 1 - t;
            const Point at{u * u * from.x + 2 * u * t * bend.x + t * t * to.x, u * u * from.y + 2 * u * t * bend.y + t * t * to.y};
            if (at.x < 8 || at.x > scene_.width - 8 || at.y < head - 10 || at.y > scene_.height - foot + 6) bad += 4;
            for (const Figure& figure : figures_) {
                const double x = at.x - figure.centre.x, y = at.y - figure.centre.y;
                if (x > figure.radius && x < figure.radius + 18 + density_.label * .8 && y > -figure.radius && y < 40) bad += 3;
                if (&figure != &first && &figure != &last && x * x + y * y < (figure.radius + 10) * (figure.radius + 10)) bad += 2;
            }
        }
        return bad;
    }

    void influences() {
        Group group;
        for (const buygraph::Tie& tie : deal_.ties) {
            const Figure *from = figure_of(tie.from), *to = figure_of(tie.to);
            if (!from || !to) continue;
            const TieKind kind = tie.kind.value_or(TieKind::advises);
            constexpr double defaults[]{0.6, 0.3, 0.5, 0.4};
            const double strength = tie.strength.value_or(defaults[static_cast<std::size_t>(kind)]);
            const double x = to->centre.x - from->centre.x, y = to->centre.y - from->centre.y, far = std::max(1.0, std::hypot(x, y));
            Point best_bend{};
            double least = 1e300;
            for (const double bend : {.12, -.12, .2, -.2, .3, -.3, .42, -.42, .55, -.55, .7, -.7}) {
                const Point candidate{from->centre.x + x / 2 - y * bend, from->centre.y + y / 2 + x * bend};
                const double bad = covered(from->centre, candidate, to->centre, *from, *to) + std::abs(bend);
                if (bad < least) least = bad, best_bend = candidate;
            }
            draw_tie(group, *from, *to, best_bend, strength, kind, far);
        }
        scene_.groups.push_back(std::move(group));
    }

    void draw_tie(Group& group, const Figure& from, const Figure& to, Point bend, double strength, TieKind kind, double) {
        const bool negative = kind == TieKind::opposes, both = kind != TieKind::advises;
        const std::string colour = negative ? "neg" : "infl";
        const auto towards = [](Point a, Point b, double by) {
            const double x = b.x - a.x, y = b.y - a.y, length = std::max(1e-9, std::hypot(x, y));
            return Point{a.x + x / length * by, a.y + y / length * by};
        };
        const double width = std::max(1.2, 9 * strength);
        const Point start = towards(from.centre, bend, from.radius + (density_.dial ? 13 : 5)), end = towards(to.centre, bend, to.radius + (density_.dial ? 13 : 5));
        const Point tip = towards(end, bend, both ? 0 : width + 3);
        Mark& curve = add_path(group, "M" + point(start.x, start.y) + "Q" + point(bend.x, bend.y) + " " + point(tip.x, tip.y), "", colour, width);
        if (negative) curve.dash = "6 4";
        const auto across = [&](Point at, Point other, double half) {
            const Point toward = towards(at, other, 1);
            const double x = toward.x - at.x, y = toward.y - at.y;
            return std::pair(Point{at.x - y * half, at.y + x * half}, Point{at.x + y * half, at.y - x * half});
        };
        if (both) {
            for (const Point at : {start, end}) {
                const auto [left, right] = across(at, bend, 6);
                add_path(group, line(left, right), "", colour, 2);
            }
        } else {
            const auto [left, right] = across(tip, bend, width * .5 + 4);
            add_path(group, "M" + point(left.x, left.y) + "L" + point(end.x, end.y) + "L" + point(right.x, right.y) + "Z", colour);
        }
        if (deal_.ties.size() > 12) return;
        Mark& label = add_text(group, text::signed_decimal(negative ? -strength : strength, 2), {.25 * start.x + .5 * bend.x + .25 * tip.x, .25 * start.y + .5 * bend.y + .25 * tip.y + 4}, 11, negative ? "neg" : "ink2");
        label.anchor = "middle";
        label.halo = true;
    }

    void draw_figure(const Figure& figure) {
        Group group;
        group.id = "person:" + figure.person->id;
        if (figure.index) {
            group.title = spoken(figure);
            disc(group, figure);
        } else {
            group.title = figure.name + ", " + figure.title;
            add_path(group, circle(figure.centre, figure.radius), "mid", "mid-line", 1).opacity = .5;
            add_path(group, line({figure.centre.x - figure.radius, figure.centre.y + figure.radius}, {figure.centre.x + figure.radius, figure.centre.y - figure.radius}), "", "ink2", 1.5);
        }
        label(group, figure);
        scene_.groups.push_back(std::move(group));
    }

    [[nodiscard]] std::string spoken(const Figure& figure) const {
        const Standing& stands = standings_[*figure.index];
        const Language language = zh_ ? Language::chinese : Language::english;
        return figure.name + (figure.title.empty() ? "" : ", " + figure.title) + "; " + names_.roles(*figure.person) + "; " + text::stance_words(stands).in(language) + ", " +
               text::sureness_words(stands.sureness).in(language) + ", " + text::signed_decimal(stands.lead, 2) + " ± " + text::decimal(stands.sd, 2) + "; " +
               say("decision influence ", "决策影响 ") + text::decimal(influence_[*figure.index], 2);
    }

    struct Colours {
        const char *fill, *outline, *on;
    };
    [[nodiscard]] static Colours colours(int sign) {
        switch (sign) {
            case 2: return {"for2", "for2", "on-dark"};
            case 1: return {"for1", "for2", "on-for1"};
            case 0: return {"mid", "mid-line", "ink"};
            case -1: return {"ag1", "ag2", "on-ag1"};
            default: return {"ag2", "ag2", "on-dark"};
        }
    }

    void disc(Group& group, const Figure& figure) {
        const Standing& stands = standings_[*figure.index];
        const Colours colour = colours(stands.sign);
        const bool vacant = figure.person->vacant.value_or(false), sure = stands.sureness == Sureness::sure, guess = stands.sureness == Sureness::guess;
        const double ring = figure.radius + 6;
        if (density_.dial) {
            add_path(group, arc(figure.centre, ring, -115, 115), "", "line2", 1.25);
            const auto degrees = [](double lead) { return std::clamp(lead, -.8, .8) / .8 * 115; };
            Mark& range = add_path(group, arc(figure.centre, ring, degrees(stands.low), std::max(degrees(stands.high), degrees(stands.low) + 1)), "", colour.outline, figure.radius < 18 ? 3.5 : 5);
            if (guess) range.dash = "3 2";
            add_path(group, line(on_circle(figure.centre, ring - 4, degrees(stands.lead)), on_circle(figure.centre, ring + 5, degrees(stands.lead))), "", "ink", 2);
        }
        Mark& body = add_path(group, circle(figure.centre, figure.radius), guess ? "sf" : colour.fill, colour.outline, 1.5);
        body.hatched = stands.sureness == Sureness::likely;
        if (vacant) body.dash = "4 3";
        if (!figure.age.empty() && !guess) body.opacity = .62;
        const std::string ink = sure ? colour.on : "ink";
        if (body.hatched) add_path(group, circle(figure.centre, figure.radius * .62), "sf");
        const std::string letter = vacant ? "?" : initials(names_.role(figure.role));
        for (Mark& mark : role_glyph(vacant ? "" : figure.role, letter, figure.centre, std::max(.62, figure.radius / 26), ink)) group.marks.push_back(std::move(mark));
        stance_badge(group, on_circle(figure.centre, density_.dial ? ring : figure.radius + 2, 150), stands, colour);
        right_badges(group, figure, on_circle(figure.centre, density_.dial ? ring : figure.radius + 2, -150));
    }

    void stance_badge(Group& group, Point at, const Standing& stands, const Colours& colour) {
        const bool sure = stands.sureness == Sureness::sure, guess = stands.sureness == Sureness::guess;
        const std::string ink = sure ? "on-dark" : stands.sign == 0 ? "ink" : colour.outline;
        add_path(group, circle(at, 8), sure ? (stands.sign == 0 ? "mid-line" : colour.outline) : "sf", stands.sign == 0 ? "mid-line" : colour.outline, 1.25);
        if (guess) {
            Mark& mark = add_text(group, "?", {at.x, at.y + 4}, 11, "ink", 650);
            mark.anchor = "middle";
            return;
        }
        const int signs = std::max(1, std::abs(stands.sign));
        for (int i = 0; i < signs; ++i) {
            const double x = at.x + (signs == 2 ? (i ? 3 : -3) : 0), half = signs == 2 ? 2.2 : 3.2;
            if (stands.sign == 0) {
                add_path(group, circle({x, at.y}, 2.8), "", ink, 1.6);
                continue;
            }
            add_path(group, line({x - half, at.y}, {x + half, at.y}), "", ink, 1.6);
            if (stands.sign > 0) add_path(group, line({x, at.y - half}, {x, at.y + half}), "", ink, 1.6);
        }
    }

    /// Veto, decides, coach: side by side leftwards.
    void right_badges(Group& group, const Figure& figure, Point at) {
        const std::size_t i = *figure.index;
        if (model_.rule.veto[i]) {
            std::string octagon;
            for (int corner = 0; corner < 8; ++corner) {
                const Point p = on_circle(at, 8, 22.5 + 45 * corner);
                octagon += (corner ? "L" : "M") + point(p.x, p.y);
            }
            add_path(group, octagon + "Z", "ink", "sf", 1);
            add_path(group, line({at.x - 4, at.y}, {at.x + 4, at.y}), "", "sf", 2.2);
            at.x -= 17;
        }
        const bool decides = (model_.rule.rule == Rule::autocracy || model_.rule.rule == Rule::consent) && model_.rule.decides[i] > 0;
        if (decides) {
            add_path(group, "M" + point(at.x, at.y - 8) + "L" + point(at.x + 8, at.y) + "L" + point(at.x, at.y + 8) + "L" + point(at.x - 8, at.y) + "Z", "ink", "sf", 1);
            add_path(group, "M" + point(at.x - 3, at.y) + "L" + point(at.x - .5, at.y + 2.5) + "L" + point(at.x + 3.5, at.y - 2.5), "", "sf", 1.6);
            at.x -= 17;
        }
        if (figure.role != "coach" && mix_roles(*figure.person, merged_catalog(deal_.catalog)).shares.contains("coach")) {
            add_path(group, rounded(at.x - 8, at.y - 8, 16, 16, 3), "ink", "sf", 1);
            for (Mark& mark : role_glyph("coach", "", at, .62, "sf")) group.marks.push_back(std::move(mark));
        }
    }

    void label(Group& group, const Figure& figure) {
        const double x = figure.centre.x + figure.radius + (density_.dial ? 16 : 8);
        double y = figure.centre.y - (density_.title ? 8 : 0);
        Mark& name = add_text(group, fitted(figure.name, density_.label, 13, true), {x, y}, 13, figure.index ? "ink" : "ink2", 600);
        name.halo = true;
        name.struck = !figure.index;
        name.language = names_language();
        if (density_.title && !figure.title.empty()) {
            Mark& title = add_text(group, fitted(figure.title, density_.label, 11), {x, y += 15}, 11, "ink2");
            title.halo = true;
            title.language = names_language();
        }
        if (density_.age && !figure.age.empty()) add_text(group, figure.age, {x, y += 15}, 11, "ag2").halo = true;
        double left = x;
        y += 7;
        for (std::size_t i = 0; i < figure.contacts.size() && i < 4 && density_.title; ++i) {
            const double wide = std::max(18.0, text_width(figure.contacts[i], 11, true) + 8);
            add_path(group, rounded(left, y, wide, 17, 3), "our-tint", "our", 1);
            Mark& tag = add_text(group, figure.contacts[i], {left + wide / 2, y + 12.5}, 11, "our-text", 600);
            tag.anchor = "middle";
            left += wide + 4;
        }
    }

    void legend() {
        Group group;
        const double y = scene_.height - 22;
        add_path(group, line({margin, y - 22}, {scene_.width - margin, y - 22}), "", "line", 1);
        double x = margin + 8;
        const auto word = [&](const std::string& text) {
            add_text(group, text, {x, y + 4}, 11, "ink2");
            x += text_width(text, 11) + 18;
        };
        add_path(group, circle({x, y}, 6), "for2", "for2", 1.5), x += 12, word(say("sure", "有把握"));
        add_path(group, circle({x, y}, 6), "for2", "for2", 1.5).hatched = true, x += 12, word(say("likely", "较可能"));
        add_path(group, circle({x, y}, 6), "sf", "for2", 1.5), x += 12, word(say("a guess", "猜测"));
        add_path(group, circle({x, y}, 6), "ag2", "ag2", 1.5), x += 12, word(say("against us", "偏对手"));
        add_path(group, line({x - 4, y}, {x + 16, y}), "", "line2", 1.25), x += 22, word(say("reports to", "汇报"));
        add_path(group, line({x - 4, y}, {x + 12, y}), "", "infl", 3), add_path(group, "M" + point(x + 12, y - 5) + "L" + point(x + 20, y) + "L" + point(x + 12, y + 5) + "Z", "infl"), x += 26, word(say("sways", "影响"));
        Mark& against = add_path(group, line({x - 4, y}, {x + 18, y}), "", "neg", 2);
        against.dash = "6 4";
        x += 24, word(say("opposes", "抵触"));
        add_path(group, rounded(x - 4, y - 8, 16, 16, 3), "our-tint", "our", 1), x += 18, word(say("our contact", "我方在联系"));
        word(say("size: decision influence", "大小：决策影响"));
        scene_.groups.push_back(std::move(group));
        scene_.width = std::max(scene_.width, x);
    }

    const Deal& deal_;
    const DecisionModel& model_;
    text::Names names_;
    bool zh_;
    std::vector<Standing> standings_;
    std::vector<double> influence_;
    std::vector<Figure> figures_;
    std::vector<std::string> lines_;
    double shift_ = 0;
    Density density_ = densities[0];
    Scene scene_;
};

}  // namespace detail

/// The account map in the hierarchy layout: people by reporting line, size by decision influence, stance by dial, sign and colour,
/// sureness by ink; who sways whom, who of ours knows whom. Laid out and marked here once; `to_svg` writes it.
///
/// Cost: the decision influence (2·n small forecasts) and the layout; tens of milliseconds for a dozen people.
[[nodiscard]] inline Scene account_map(const Deal& deal, const DecisionModel& model, Language language) { return detail::AccountMap(deal, model, language).draw(); }

}  // namespace buygraph::picture
