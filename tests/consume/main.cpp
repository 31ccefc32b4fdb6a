#include <cstdio>

#include <buygraph/buygraph.hpp>

int main(int, char* argv[]) {
    const auto deal = buygraph::load(argv[1]);
    std::printf("%.6f\n", buygraph::forecast(buygraph::compile(deal)).win());
}
