// Who is in the circle in which word goes round, and through whom the others hear of it: core numbers, an algorithm of Boost.Graph's that buygraph does not wrap,
// on the ties of a deal. What is said to one of the circle comes back to him by another; who is outside hangs on the contacts named.
//
//     circle DEAL.json
//
// Build it with any project that links buygraph::buygraph, or buygraph::separate to compile the heavy functions once.

#include <boost/graph/core_numbers.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <buygraph/graph/boost.hpp>
#include <buygraph/io/file.hpp>
#include <buygraph/model/compile.hpp>
#include <buygraph/model/relation_ties.hpp>
#include <buygraph/text/names.hpp>

namespace {

void circle(const char* path) {
    const buygraph::Deal deal = buygraph::load(path);
    const buygraph::DecisionModel model = buygraph::compile(deal);
    const buygraph::text::Names names(deal, buygraph::Language::english);

    // Two people are in touch when either supports the other; opponents are not.
    const auto network = undirected_network(positive(buygraph::ties_of(model)));
    std::vector<std::size_t> core(model.people_count());
    const std::size_t most = boost::core_numbers(network, boost::make_iterator_property_map(core.begin(), boost::get(boost::vertex_index, network)));

    // The vertices are the model's people, by index.
    const auto listed = [&](const auto& people, auto wanted) {
        std::string list;
        for (const std::size_t person : people)
            if (wanted(person)) list += (list.empty() ? "" : ", ") + names.person(model.people[person]);
        return list.empty() ? "nobody" : list;
    };
    const auto inside = [&](std::size_t person) { return core[person] == most; };
    std::printf("The densest circle, each in touch with %zu or more of the others: %s.\n", most, listed(boost::make_iterator_range(boost::vertices(network)), inside).c_str());
    for (std::size_t person = 0; person < core.size(); ++person) {
        if (inside(person)) continue;
        const auto contacts = boost::make_iterator_range(boost::adjacent_vertices(person, network));
        std::printf("%s hears of it through %s.\n", names.person(model.people[person]).c_str(), listed(contacts, inside).c_str());
    }
}

}  // namespace

int main(int count, char* arguments[]) {
    if (count != 2) return std::fputs("circle DEAL.json\n", stderr), 2;
    try {
        circle(arguments[1]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
