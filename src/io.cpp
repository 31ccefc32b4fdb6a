#define BUYGRAPH_DEFINE_IO
#include <buygraph/io/compare.hpp>
#include <buygraph/io/file.hpp>
