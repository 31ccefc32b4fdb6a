#define BUYGRAPH_DEFINE_PLAN
#include <buygraph/plan/stored_worlds.hpp>
