#define BUYGRAPH_DEFINE_INFLUENCE
#include <buygraph/influence/spectral_radius.hpp>
