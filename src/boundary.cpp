#define BUYGRAPH_DEFINE_BOUNDARY
#include <buygraph/boundary/answer.hpp>
