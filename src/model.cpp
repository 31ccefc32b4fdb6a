#define BUYGRAPH_DEFINE_MODEL
#include <buygraph/model/compile.hpp>
