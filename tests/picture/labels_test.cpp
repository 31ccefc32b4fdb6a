#include <buygraph/picture/labels.hpp>

#include "catch.hpp"
#include "picture/made_figures.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {
constexpr Density full = densities[1], titles = densities[2], names = densities[3], smallest = densities[4];
}

// Page, "Hierarchy: the layout", 4.
TEST_CASE("each density shows less than the one before") {
    CHECK(full.label == 130);
    CHECK(titles.label == 110);
    CHECK(names.label == 78);
    CHECK(smallest.label == 78);
    CHECK((titles.scale == .85 && names.scale == .72 && smallest.scale == .72 && smallest.rise == 8));
    Figure figure = made::figure();
    figure.title = "Engineer";
    figure.note = "218 d old";
    figure.contacts = {"WC"};
    CHECK(label_of(figure, full).lines.size() == 3);
    CHECK(label_of(figure, full).tags.size() == 1);
    CHECK(label_of(figure, titles).lines.size() == 2);
    CHECK(label_of(figure, titles).tags.empty());
    CHECK(label_of(figure, names).lines.size() == 1);
    CHECK((names.dial && !smallest.dial));
}

TEST_CASE("texts keep to their width, tags that do not fit are counted") {
    Figure figure = made::figure();
    figure.title = std::string(300, 'm');
    for (int i = 0; i < 12; ++i) figure.contacts.push_back("WWM");
    const Label label = label_of(figure, full);
    CHECK(label.width <= 130);
    CHECK(label.tags.back().text == "+" + std::to_string(12 - label.tags.size() + 1));
    figure.contacts.resize(2);
    CHECK(label_of(figure, full).tags.back().text == "WWM");
}

// Two badges under the smallest disc without dial: 13 · 0.72 + 2 = 11.36 away at ±150°, so 11.36 between their centres.
TEST_CASE("badges never touch each other") {
    for (const Density& density : densities)
        for (const double rank : {0., .1, 1.}) {
            Figure figure = made::figure();
            figure.radius = density.scale * (13 + density.rise * std::sqrt(rank));
            const Anatomy body = anatomy(figure, density);
            CHECK(2 * (body.ring * .5 - body.badge) > 1.25);  // a reporting line passes between them
            CHECK(body.pitch > 2 * body.badge);
            CHECK(body.badge <= 8);
        }
}

TEST_CASE("the box holds everything: dial, all badges leftwards, every line of the label") {
    for (const Density& density : densities) {
        Figure figure = made::figure("Chen Wei");
        figure.title = "Chief engineer";
        figure.note = "no evidence";
        figure.contacts = {"WC", "LY"};
        figure.badges = {Badge::veto, Badge::decides, Badge::coach, Badge::stale};
        figure.radius = 13 * density.scale;
        const TreeBox box = box_of(figure, density);
        const Anatomy body = anatomy(figure, density);
        const Label label = label_of(figure, density);
        CHECK(box.centre.x >= .5 * body.ring + 3 * body.pitch + body.badge);
        CHECK(box.centre.x >= body.outer);
        CHECK(box.centre.y >= body.outer);
        CHECK(box.height - box.centre.y >= std::sqrt(.75) * body.ring + body.badge);
        CHECK(box.width - box.centre.x >= label.left + label.width);
        CHECK(box.centre.y + label.top >= 0);
        CHECK(box.centre.y + label.bottom <= box.height);
        CHECK(label.left > .5 * body.ring + body.badge);
    }
}

TEST_CASE("a label under the disc is centred below badges and dial, each line and the tags about its middle") {
    Density under = densities[1];
    under.under = true;
    Figure figure = made::figure("Chen Wei");
    figure.title = "Chief engineer of all";
    figure.contacts = {"WC", "LY"};
    figure.badges = {Badge::veto};
    const Label label = label_of(figure, under);
    CHECK(label.left == Approx(-label.width / 2));
    CHECK(label.top > lowest_mark(figure, under));
    for (const Label::Line& line : label.lines) CHECK(label.left + line.left + text_width(line.text, line.size, line.weight > 400) / 2 == Approx(0).margin(1e-9));
    CHECK(label.left + (label.tags.front().left + label.tags.back().left + label.tags.back().width) / 2 == Approx(0).margin(1e-9));
    const TreeBox box = box_of(figure, under);
    CHECK(box.centre.x >= -label.left);
    CHECK(box.width - box.centre.x >= label.left + label.width);
    CHECK(box.height - box.centre.y >= label.bottom);
}

TEST_CASE("who is not named has no label and a box for his disc and badges alone") {
    Figure figure = made::figure(std::string(30, 'm'));
    const double named = box_of(figure, smallest).width;
    figure.named = false;
    CHECK(label_of(figure, smallest).lines.empty());
    const TreeBox box = box_of(figure, smallest);
    const Anatomy body = anatomy(figure, smallest);
    CHECK(box.width < named - 50);
    CHECK(box.width - box.centre.x >= .5 * body.ring + body.badge);
}
