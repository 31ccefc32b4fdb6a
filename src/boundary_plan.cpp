#define BUYGRAPH_DEFINE_BOUNDARY_PLAN
#include <buygraph/boundary/negotiate.hpp>
#include <buygraph/boundary/plan.hpp>
#include <buygraph/boundary/questions.hpp>
#include <buygraph/boundary/rival_plan.hpp>
#include <buygraph/boundary/zipper.hpp>
