#define BUYGRAPH_DEFINE_BELIEF
#include <buygraph/belief/anticipation.hpp>
#include <buygraph/belief/emphasis.hpp>
