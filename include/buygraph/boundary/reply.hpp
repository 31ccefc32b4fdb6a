#pragma once

#include <string>

namespace buygraph::boundary {

/// What became of a request, with the numbers of the C library. Everything but `done` comes with an error in the reply.
enum class Status {
    done = 0,         ///< the reply holds what was asked for
    faults = 1,       ///< a deal, catalog, edit or move that cannot be used; every fault is in the reply
    input = 2,        ///< a request that is no JSON, an unknown call or field, a value that cannot be used
    interrupted = 3,  ///< stopped by the caller; nothing was changed
    memory = 4,       ///< not enough memory; nothing was changed
    internal = 6,     ///< an error of the library's own
};

struct Reply {
    Status status;
    std::string text;  ///< JSON in UTF-8, one line
};

}  // namespace buygraph::boundary
