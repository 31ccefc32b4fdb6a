#define BUYGRAPH_DEFINE_INSIGHT
#include <buygraph/insight/power.hpp>
