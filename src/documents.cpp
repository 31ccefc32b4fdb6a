#define BUYGRAPH_DEFINE_DOCUMENTS
#include <buygraph/io/compare.hpp>
#include <buygraph/io/filed_forecast.hpp>
#include <buygraph/io/schema.hpp>
