#define BUYGRAPH_DEFINE_BOUNDARY_PAGE
#include <buygraph/boundary/page.hpp>
#include <buygraph/boundary/page_section.hpp>
