#define BUYGRAPH_DEFINE_PLAN
#include <buygraph/plan/answers.hpp>
#include <buygraph/plan/negotiation.hpp>
#include <buygraph/plan/stored_worlds.hpp>
