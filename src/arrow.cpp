#define BUYGRAPH_DEFINE_ARROW
#include <buygraph/io/read_arrow.hpp>
#include <buygraph/io/write_arrow.hpp>
