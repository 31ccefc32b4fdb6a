#define BUYGRAPH_DEFINE_BOUNDARY_SESSION
#include <buygraph/boundary/changes.hpp>
#include <buygraph/boundary/results.hpp>
