#define BUYGRAPH_DEFINE_VOTING
#include <buygraph/insight/voting_power.hpp>
