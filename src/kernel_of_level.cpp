#define BUYGRAPH_DEFINE_KERNEL
#include "kernels.hpp"

#define BUYGRAPH_TEXT_OF(word) #word
#define BUYGRAPH_KERNEL_OF(level)                                                                                                                    \
    BUYGRAPH_DECLARE_KERNEL(level);                                                                                                                  \
    const buygraph::Kernel* buygraph_kernel_##level() {                                                                                              \
        using namespace buygraph::forecasting;                                                                                                       \
        static constexpr buygraph::Kernel kernel{BUYGRAPH_TEXT_OF(level), &draw, &draw_wins, &draw_with_slopes, &buygraph::keep_worlds};             \
        return &kernel;                                                                                                                              \
    }

#define BUYGRAPH_KERNEL(level) BUYGRAPH_KERNEL_OF(level)  // its name, not the macro's

BUYGRAPH_KERNEL(BUYGRAPH_LEVEL)
