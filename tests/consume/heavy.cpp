#define BUYGRAPH_DEFINE_ALL
#include <buygraph/buygraph.hpp>
