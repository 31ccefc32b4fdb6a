#define BUYGRAPH_DEFINE_BELIEF
#include <buygraph/belief/emphasis.hpp>
