#pragma once

/// The one header that knows which Catch2 the system has: v3 or v2. Tests include this and say `Approx`, `TEST_CASE`, `CHECK`.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
