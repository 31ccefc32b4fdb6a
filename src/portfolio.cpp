#define BUYGRAPH_DEFINE_PORTFOLIO
#include <buygraph/portfolio/portfolio.hpp>
