#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace buygraph::numbers {

/// Quantiles of a sample of chances: counted into bins once, so that each quantile has only those in its bin to put in order.
///
/// Right for any numbers; those outside 0 to 1 share the first and the last bin, which costs time. The numbers stay where they are and must outlive it.
/// Cost: O(values). Source of the definition: Hyndman and Fan 1996, type 7, doi:10.1080/00031305.1996.10473566.
class Quantiles {
  public:
    /// \param values  not empty
    explicit Quantiles(std::span<const double> values) : values_(values) {
        for (const double value : values) ++counts_[bin_of(value)];
    }

    /// The value below which a share of the sorted values lies, linear between neighbours.
    ///
    /// \param share  0 to 1
    [[nodiscard]] double operator()(double share) const {
        const double at = share * static_cast<double>(values_.size() - 1);
        const auto low = static_cast<std::size_t>(at);
        std::size_t bin = 0, before = 0;
        while (before + counts_[bin] <= low) before += counts_[bin++];
        std::vector<double> found = in(bin);
        const auto place = found.begin() + static_cast<std::ptrdiff_t>(low - before);
        std::nth_element(found.begin(), place, found.end());
        const double below = *place;
        if (low + 1 == values_.size()) return below;
        double above;
        if (place + 1 != found.end()) {
            above = *std::min_element(place + 1, found.end());
        } else {
            do ++bin;
            while (counts_[bin] == 0);
            found = in(bin);
            above = *std::min_element(found.begin(), found.end());
        }
        return below + (at - static_cast<double>(low)) * (above - below);
    }

  private:
    static constexpr std::size_t bins = 1024;

    [[nodiscard]] static std::size_t bin_of(double value) { return static_cast<std::size_t>(std::clamp(value, 0.0, 1.0) * (bins - 1)); }

    [[nodiscard]] std::vector<double> in(std::size_t bin) const {
        std::vector<double> found;
        found.reserve(counts_[bin]);
        for (const double value : values_)
            if (bin_of(value) == bin) found.push_back(value);
        return found;
    }

    std::span<const double> values_;
    std::array<std::uint32_t, bins> counts_{};
};

}  // namespace buygraph::numbers
