#define BUYGRAPH_DEFINE_GRAPH
#include <buygraph/graph/articulation.hpp>
#include <buygraph/graph/dominators.hpp>
#include <buygraph/graph/smallest_cut.hpp>
#include <buygraph/graph/strong_components.hpp>
#include <buygraph/graph/strongest_path.hpp>
