#define BUYGRAPH_DEFINE_PICTURE
#include <buygraph/picture/account_map.hpp>
