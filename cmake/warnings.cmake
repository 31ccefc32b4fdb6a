# Strict warnings as errors for what we compile ourselves; nobody who uses the headers inherits them.
add_library(buygraph_strict INTERFACE)
target_compile_options(buygraph_strict INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Wno-missing-field-initializers -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 finds the first inside Boost even in system headers, and the second in "text" + std::string (its own bug 105329).
  target_compile_options(buygraph_strict INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()
