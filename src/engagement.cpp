#define BUYGRAPH_DEFINE_ENGAGEMENT
#include <buygraph/plan/actions.hpp>
#include <buygraph/plan/engagement.hpp>
#include <buygraph/plan/messages.hpp>
#include <buygraph/plan/pairing.hpp>
#include <buygraph/plan/rival_plan.hpp>
#include <buygraph/plan/zipper.hpp>
