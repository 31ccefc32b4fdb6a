#define BUYGRAPH_DEFINE_SIMULATION
#include <buygraph/simulation/simulate.hpp>
