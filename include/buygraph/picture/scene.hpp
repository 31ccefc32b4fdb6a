#pragma once

#include <string>
#include <vector>

namespace buygraph::picture {

struct Point {
    double x = 0;
    double y = 0;
};

/// A mark of a scene: a path or a text, with colours by token name ("" is none).
struct Mark {
    std::string path;         ///< SVG path data; empty for a text
    std::string text;         ///< shown as it is, never as markup
    Point at;                 ///< of a text: the baseline's start, middle or end, as the anchor says
    std::string anchor = "start";
    double size = 13;         ///< of a text, px
    int weight = 400;
    bool struck = false;
    bool halo = false;        ///< of a text: a ground-coloured rim, for labels that lie on lines
    std::string fill;
    std::string stroke;
    double width = 1;         ///< of the stroke, px
    std::string dash;         ///< as in SVG: "6 4"
    bool hatched = false;     ///< the fill as 45° hatch with the ground between
    double opacity = 1;       ///< of the fill
    std::string language;     ///< of a text, where it is not the scene's
    std::string part;         ///< "needle": what a live page moves
};

/// Marks that belong together, with what a reader hears of them.
struct Group {
    std::string id;       ///< "person:chen"; empty for furniture
    std::string title;    ///< for readers and as a hover
    std::vector<Mark> marks;
};

/// Where somebody, or a group of people drawn as one, stands in a drawing, for whoever makes it live.
struct Spot {
    std::string person;
    Point centre;
    double radius = 0;  ///< of the disc
    double ring = 0;    ///< of the dial; 0: there is none
    std::vector<std::string> together = {};  ///< who is drawn as one here
    bool opened = false;                     ///< they are drawn one by one as well
    std::string line = {};  ///< the end of his reporting line, which he shares with nobody; empty: none is drawn
};

/// A drawing: computed once, written as SVG here and drawn live by the page.
struct Scene {
    double width = 0;
    double height = 0;
    std::string title;
    std::string language = "en";
    std::vector<Group> groups;
    std::vector<Spot> spots;
};

}  // namespace buygraph::picture
