#define BUYGRAPH_DEFINE_IO
#include <buygraph/io/file.hpp>
#include <buygraph/io/read_moves.hpp>
