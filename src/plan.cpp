#define BUYGRAPH_DEFINE_PLAN
#include <buygraph/plan/negotiation.hpp>
