#define BUYGRAPH_DEFINE_FINDINGS
#include <buygraph/page/findings.hpp>
