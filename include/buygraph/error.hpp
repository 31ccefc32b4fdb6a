#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace buygraph {

/// Base of everything this library throws on purpose.
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// An argument that cannot be used, with what a caller needs to mend it as data.
class InputError : public Error {
  public:
    InputError(std::string at, std::string got, std::string instead)
        : Error(at + ": given " + got + ", allowed " + instead), where(std::move(at)), given(std::move(got)), allowed(std::move(instead)) {}

    std::string where;    ///< which argument and which part of it: "attitudes, row 3"
    std::string given;    ///< the offending value
    std::string allowed;  ///< what would have been accepted
};

/// A long computation was stopped by its caller (Ctrl-C in Python); nothing was changed.
class Interrupted : public Error {
  public:
    Interrupted() : Error("interrupted by the caller") {}
};

}  // namespace buygraph
