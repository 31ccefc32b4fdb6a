#define BUYGRAPH_DEFINE_INFLUENCE
#include <buygraph/influence/refinement.hpp>
#include <buygraph/influence/sparse_network.hpp>
#include <buygraph/influence/spectral_radius.hpp>
