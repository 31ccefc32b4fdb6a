#pragma once

/// Everything at once: deals from files, the model, the forecast, why. Include single headers where compile time matters.

#include "decision/group_choice.hpp"
#include "forecast/forecast.hpp"
#include "forecast/moves.hpp"
#include "forecast/sensitivities.hpp"
#include "influence/equilibrium.hpp"
#include "insight/contributions.hpp"
#include "io/compare.hpp"
#include "io/edits.hpp"
#include "io/file.hpp"
#include "model/compile.hpp"
#include "version.hpp"

#if defined(BUYGRAPH_SEPARATE)  // what is heavy and seldom wanted: declarations, or the bodies for the file that defines all
#include "influence/refinement.hpp"
#include "influence/sparse_network.hpp"
#include "influence/spectral_radius.hpp"
#include "insight/power.hpp"
#include "io/read_arrow.hpp"
#include "io/schema.hpp"
#include "io/write_arrow.hpp"
#include "page/account_page.hpp"
#include "page/portfolio_page.hpp"
#include "picture/account_map.hpp"
#include "plan/negotiation.hpp"
#include "portfolio/portfolio.hpp"
#include "simulation/simulate.hpp"
#endif
