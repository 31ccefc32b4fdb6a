#define BUYGRAPH_DEFINE_MODEL
#include <buygraph/model/compile.hpp>
#include <buygraph/model/term_moves.hpp>
