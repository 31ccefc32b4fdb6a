#define BUYGRAPH_DEFINE_NETWORKS
#include <buygraph/influence/refinement.hpp>
#include <buygraph/influence/sparse_network.hpp>
