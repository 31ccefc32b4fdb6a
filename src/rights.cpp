#define BUYGRAPH_DEFINE_RIGHTS
#include <buygraph/model/decision_rule.hpp>
#include <buygraph/model/derived.hpp>
#include <buygraph/model/formal_right.hpp>
