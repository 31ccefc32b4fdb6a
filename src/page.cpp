#define BUYGRAPH_DEFINE_PAGE
#include <buygraph/page/account_page.hpp>
#include <buygraph/page/portfolio_page.hpp>
