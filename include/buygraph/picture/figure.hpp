#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "../insight/standing.hpp"
#include "badges.hpp"
#include "scene.hpp"

namespace buygraph::picture {

/// One person as the map shows him, in words and numbers; `figures` fills it, `arrange` gives him his place.
struct Figure {
    std::string id;
    std::string name;
    std::string title;     ///< of a vacant seat without one, its role
    std::string note;      ///< "218 d old", "no evidence", "who is it?"; empty where the evidence is fresh
    std::string role;      ///< id of the role with the largest share
    std::string letter;    ///< for a role that has no glyph
    std::string language;  ///< of name and title, where it is not the map's
    std::string spoken;    ///< what a reader hears
    std::vector<std::string> contacts;  ///< tags of our own people who know him
    std::vector<Badge> badges;          ///< veto first
    std::optional<Standing> standing;   ///< none: he has left
    std::optional<std::size_t> boss;    ///< index of the nearest boss who has not left
    bool vacant = false;
    bool faded = false;    ///< no evidence about him, or none newer than 180 days
    bool gone = false;     ///< taken out by a what-if: struck out in his place
    bool chosen = false;   ///< he is looked at
    bool near = false;     ///< a reporting line or a tie joins him with who is
    double rank = 0;       ///< |decision influence| / the greatest, 0 to 1

    std::string shown;     ///< the name as cut for his label
    bool named = true;     ///< whether his label is drawn
    double radius = 13;    ///< px
    Point centre;

    /// \name Several who are drawn as one: see `gather_leaves`
    ///@{
    std::vector<std::string> together;     ///< ids
    std::array<std::size_t, 5> stances{};  ///< how many of them stand at −−, −, 0, +, ++
    bool opened = false;                   ///< they are drawn one by one beside it
    ///@}

    [[nodiscard]] bool left() const { return !standing && together.empty(); }
    [[nodiscard]] bool struck() const { return left() || gone; }
};

}  // namespace buygraph::picture
