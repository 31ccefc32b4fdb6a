#pragma once

#include <pybind11/pybind11.h>

#include <buygraph/deal/catalog.hpp>

namespace buygraph::python {

/// A catalog of the user's: a path, a dict or JSON text; None is none.
/// \throws DealError  with every fault of it
[[nodiscard]] Catalog users_catalog(const pybind11::object& source);

}  // namespace buygraph::python
