#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "heading.hpp"
#include "leaf_groups.hpp"
#include "legend.hpp"
#include "map_layout.hpp"
#include "marks.hpp"
#include "scene.hpp"
#include "tree_plan.hpp"

namespace buygraph::picture {

/// What a map is drawn of.
struct MapSubject {
    const Deal& deal;
    const DecisionModel& model;
    const std::vector<double>& influence;  ///< n: decision influence, signed
    const MapOptions& options;
    Language language;
    std::vector<Figure> figures;           ///< everybody in file order
    StanceScale scale;                     ///< of dials and colours: without a rival the lead is the pull to buy
    const Deal* changed = nullptr;         ///< the deal after a what-if, whose ties are drawn

    [[nodiscard]] const Deal& tied() const { return changed ? *changed : deal; }

    /// Lines to bosses to whom somebody no longer reports after the what-if are not drawn; everybody stays in his place.
    void cut_lines(Arrangement& map) const {
        for (std::size_t person = 0; changed && person < deal.people.size(); ++person)
            for (std::size_t i = 0; i < map.figures.size(); ++i)
                if (map.figures[i].id == deal.people[person].id && changed->people[person].reports_to != deal.people[person].reports_to) map.lines[i].clear();
    }
};

/// What every layout has around its drawing: the heading above, a rule and the legend below.
class MapSheet {
  public:
    static constexpr double margin = 28;
    static constexpr double narrowest = 760;  ///< of a drawing without a given width, px

    /// The width for a drawing, px: what the options leave, or what is usual.
    [[nodiscard]] static double room(const MapOptions& options, double usual = 900) { return options.width ? *options.width - 2 * margin : usual; }

    /// \param width  of the drawing
    MapSheet(const MapSubject& subject, double width) : subject_(subject), top_(subject.options.heading ? 76 : 20) {
        scene_.language = word_of(subject.language);
        scene_.title = (subject.deal.account.empty() ? "" : subject.deal.account + " · ") + subject.deal.name;
        scene_.width = std::max(width, room(subject.options, narrowest)) + 2 * margin;
        if (subject.options.heading) add(heading(subject.deal, subject.options.layout, subject.scale, left(), right(), subject.language));
    }

    [[nodiscard]] double left() const { return margin; }
    [[nodiscard]] double right() const { return scene_.width - margin; }
    [[nodiscard]] double top() const { return top_; }  ///< where the drawing begins
    [[nodiscard]] std::string say(const char* en, const char* zh) const { return Text{en, zh}.in(subject_.language); }
    [[nodiscard]] Legend legend(const Arrangement& map, const TieCurves& ties = {}) const { return {map, ties, subject_.scale, right() - left(), subject_.language}; }

    /// Says how many have left and are not drawn.
    void add_absent(Legend& legend, std::size_t count) const {
        const std::string number = std::to_string(count);
        if (count > 0) legend.add(0, say((number + (count == 1 ? " has left and is not drawn" : " have left and are not drawn")).c_str(), ("另有 " + number + " 人已离开，未画").c_str()), [](Group&, Point) {});
    }

    void add(Group group) { scene_.groups.push_back(std::move(group)); }

    /// Somebody in his place, with what stands beside him.
    void add_person(const Figure& figure, const Density& density, std::vector<Mark> beside = {}) {
        if (!figure.together.empty()) {
            scene_.spots.push_back({figure.id, figure.centre, TreeBox::group_height / 2, 0, figure.together, figure.opened});
            return add(leaf_group_marks(figure));
        }
        Group group = person_marks(figure, density);
        for (Mark& mark : beside) group.marks.push_back(std::move(mark));
        if (!figure.left()) scene_.spots.push_back({figure.id, figure.centre, figure.radius, density.dial && !figure.gone ? anatomy(figure, density).ring : 0, {}, false, {}});
        add(std::move(group));
    }

    /// People with their lines under everything, and ties between.
    /// \param floor  down to where ties may swing out
    /// \return the ties, for the legend
    TieCurves add_people(const Arrangement& map, double floor) {
        const TieCurves ties = tie_curves(subject_.tied(), map, {8, top_ - 12, scene_.width - 8, floor});
        std::string lines;  // one path, so that stems which several share are not painted twice
        for (const auto& path : map.lines) lines += polyline(path);
        if (!lines.empty()) {
            Group group;
            group.id = "reporting";
            add_path(group, lines, "", "line2", 1.25);
            add(std::move(group));
        }
        for (Group& group : tie_groups(subject_.tied(), map, ties, subject_.language)) add(std::move(group));
        for (std::size_t i = 0; i < map.figures.size(); ++i) {
            add_person(map.figures[i], map.density);
            const std::vector<Point>& path = map.lines[i];
            if (!map.figures[i].left() && map.figures[i].together.empty() && !path.empty()) scene_.spots.back().line = line(path[path.size() - 2], path.back());
        }
        for (const Figure& figure : map.figures) {  // over everything: there was no room to leave for them
            if (figure.named || !(figure.chosen || figure.near) || figure.left()) continue;
            Figure named = figure;
            named.named = true;
            Group name;
            detail::add_label(name, named, map.density);
            add(std::move(name));
        }
        return ties;
    }

    /// The scene, ended under its drawing.
    [[nodiscard]] Scene close(double floor, const Legend& legend) && {
        Group rule;
        add_path(rule, line({left(), floor}, {right(), floor}), "", "line", 1);
        add(std::move(rule));
        add(legend.draw({left(), floor + 6}));
        scene_.height = floor + legend.height() + 14;
        return std::move(scene_);
    }

  private:
    const MapSubject& subject_;
    double top_;
    Scene scene_;
};

}  // namespace buygraph::picture
