#define BUYGRAPH_DEFINE_CATALOG
#include <buygraph/deal/builtin_advice.hpp>
#include <buygraph/deal/builtin_catalog.hpp>
#include <buygraph/deal/merged_catalog.hpp>
