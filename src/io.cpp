#define BUYGRAPH_DEFINE_IO
#include <buygraph/io/file.hpp>
