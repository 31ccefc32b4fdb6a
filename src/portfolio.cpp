#define BUYGRAPH_DEFINE_PORTFOLIO
#include <buygraph/portfolio/attention.hpp>
#include <buygraph/portfolio/portfolio.hpp>
