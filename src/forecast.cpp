#define BUYGRAPH_DEFINE_FORECAST
#include <buygraph/forecast/forecast.hpp>
#include <buygraph/forecast/move_slopes.hpp>
#include <buygraph/forecast/moves.hpp>
#include <buygraph/forecast/sensitivities.hpp>
#include <buygraph/insight/common_points.hpp>
