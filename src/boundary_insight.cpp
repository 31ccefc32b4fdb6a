#define BUYGRAPH_DEFINE_BOUNDARY_INSIGHT
#include <buygraph/boundary/blind_spots.hpp>
#include <buygraph/boundary/brief.hpp>
#if !defined(__EMSCRIPTEN__)
#include <buygraph/boundary/compare.hpp>
#endif
#include <buygraph/boundary/coverage.hpp>
#include <buygraph/boundary/explain.hpp>
#include <buygraph/boundary/messages.hpp>
#include <buygraph/boundary/power.hpp>
#include <buygraph/boundary/qualification.hpp>
#include <buygraph/boundary/structure.hpp>
