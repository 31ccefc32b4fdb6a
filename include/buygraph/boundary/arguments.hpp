#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../deal/words.hpp"
#include "../error.hpp"
#include "../forecast/options.hpp"
#include "../io/json.hpp"
#include "../separate.hpp"

namespace buygraph::boundary {

/// What a caller asks for, field by field: the request's JSON object. A field that is not there or null has its default; what cannot be used is an InputError
/// with the field, what was given and what is allowed.
class Arguments {
  public:
    /// \param interrupt  for long work; asked now and then whether to stop
    explicit Arguments(const Json& request, forecasting::Interrupt interrupt = {}) : request_(request), interrupt_(std::move(interrupt)) {}

    [[nodiscard]] const Json& request() const { return request_; }

    /// The field as it stands; null where it is not given.
    [[nodiscard]] const Json& json(const char* field) const;
    [[nodiscard]] bool given(const char* field) const { return !json(field).is_null(); }

    [[nodiscard]] std::optional<std::string> text(const char* field) const;
    [[nodiscard]] std::string text_or_empty(const char* field) const;
    [[nodiscard]] std::string required_text(const char* field) const;

    [[nodiscard]] bool flag(const char* field) const;

    [[nodiscard]] std::optional<double> number(const char* field) const;

    [[nodiscard]] std::vector<double> numbers(const char* field) const;

    [[nodiscard]] std::vector<std::string> texts(const char* field) const;

    /// A whole number; also written as 4096.0.
    [[nodiscard]] static std::uint64_t whole(const char* field, const Json& value, std::uint64_t least, std::uint64_t greatest);
    [[nodiscard]] std::uint64_t whole(const char* field, std::uint64_t otherwise, std::uint64_t least, std::uint64_t greatest) const;

    /// One of the words that stand for an enum.
    template <class Enum>
    [[nodiscard]] std::optional<Enum> word(const char* field) const {
        if (!given(field)) return std::nullopt;
        return required_word<Enum>(field);
    }
    template <class Enum>
    [[nodiscard]] Enum required_word(const char* field) const {
        const Json& value = json(field);
        std::string known;
        for (const auto& [entry, meant] : Words<Enum>::table) {
            if (value.is_string() && value.get_ref<const std::string&>() == entry) return meant;
            known += (known.empty() ? "" : ", ") + std::string(entry);
        }
        if (value.is_null()) throw InputError(field, "nothing", known);
        wrong(field, value, known);
    }

    [[nodiscard]] Language language() const;

    /// How to forecast: samples, seed, precision, method and threads (as many as the machine has).
    [[nodiscard]] ForecastOptions forecast_options(std::size_t samples = 4096) const;

    [[nodiscard]] const forecasting::Interrupt& interrupt() const { return interrupt_; }

    [[noreturn]] static void wrong(const char* field, const Json& value, std::string allowed);

    /// \throws InputError  for the first field of the request that `known` does not name, but for `call`
    void check_fields(const std::vector<std::string>& known) const;

  private:
    [[nodiscard]] static std::optional<std::uint64_t> whole_number(const Json& value);

    template <class Fits, class Use>
    void each(const char* field, const char* allowed, Fits fits, Use use) const;

    const Json& request_;
    forecasting::Interrupt interrupt_;
};

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_SESSION)

#include <algorithm>
#include <cmath>
#include <limits>

#include "../deal/nearest.hpp"
#include "../deal/text_check.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY const Json& Arguments::json(const char* field) const {
    static const Json nothing;
    const auto found = request_.find(field);
    return found == request_.end() ? nothing : *found;
}

BUYGRAPH_HEAVY std::optional<std::string> Arguments::text(const char* field) const {
    const Json& value = json(field);
    if (value.is_null()) return std::nullopt;
    if (!value.is_string()) wrong(field, value, "a text");
    return value.get_ref<const std::string&>();
}

BUYGRAPH_HEAVY std::string Arguments::text_or_empty(const char* field) const { return text(field).value_or(std::string()); }

BUYGRAPH_HEAVY std::string Arguments::required_text(const char* field) const {
    if (!given(field)) throw InputError(field, "nothing", "a text");
    return *text(field);
}

BUYGRAPH_HEAVY bool Arguments::flag(const char* field) const {
    const Json& value = json(field);
    if (value.is_null()) return false;
    if (!value.is_boolean()) wrong(field, value, "true or false");
    return value.get<bool>();
}

BUYGRAPH_HEAVY std::optional<double> Arguments::number(const char* field) const {
    const Json& value = json(field);
    if (value.is_null()) return std::nullopt;
    if (!value.is_number()) wrong(field, value, "a number");
    return value.get<double>();
}

template <class Fits, class Use>
void Arguments::each(const char* field, const char* allowed, Fits fits, Use use) const {
    const Json& value = json(field);
    if (value.is_null()) return;
    if (!value.is_array()) wrong(field, value, allowed);
    for (const Json& entry : value) {
        if (!fits(entry)) wrong(field, entry, allowed);
        use(entry);
    }
}

BUYGRAPH_HEAVY std::vector<double> Arguments::numbers(const char* field) const {
    std::vector<double> list;
    each(field, "a list of numbers", [&](const Json& entry) { return entry.is_number(); }, [&](const Json& entry) { list.push_back(entry.get<double>()); });
    return list;
}

BUYGRAPH_HEAVY std::vector<std::string> Arguments::texts(const char* field) const {
    std::vector<std::string> list;
    each(field, "a list of texts", [&](const Json& entry) { return entry.is_string(); }, [&](const Json& entry) { list.push_back(entry.get<std::string>()); });
    return list;
}

BUYGRAPH_HEAVY std::uint64_t Arguments::whole(const char* field, const Json& value, std::uint64_t least, std::uint64_t greatest) {
    if (const auto number = whole_number(value); number && *number >= least && *number <= greatest) return *number;
    wrong(field, value, "a whole number from " + std::to_string(least) + " to " + std::to_string(greatest));
}

BUYGRAPH_HEAVY std::uint64_t Arguments::whole(const char* field, std::uint64_t otherwise, std::uint64_t least, std::uint64_t greatest) const {
    return given(field) ? whole(field, json(field), least, greatest) : otherwise;
}

BUYGRAPH_HEAVY Language Arguments::language() const { return word<Language>("language").value_or(Language::english); }

BUYGRAPH_HEAVY ForecastOptions Arguments::forecast_options(std::size_t samples) const {
    ForecastOptions options;
    options.samples = whole("samples", samples, 1, forecasting::most_samples);
    options.seed = whole("seed", 0, 0, std::numeric_limits<std::uint64_t>::max());
    options.threads = whole("threads", forecasting::machine_threads(), 1, 4096);
    options.method = word<Sampling>("method").value_or(Sampling::sobol);
    options.precision = word<Precision>("precision").value_or(Precision::doubles);
    options.interrupt = interrupt_;
    return options;
}

BUYGRAPH_HEAVY void Arguments::wrong(const char* field, const Json& value, std::string allowed) {
    throw InputError(field, printable(value.dump(-1, ' ', false, Json::error_handler_t::replace)), std::move(allowed));
}

BUYGRAPH_HEAVY void Arguments::check_fields(const std::vector<std::string>& known) const {
    for (const auto& [field, value] : request_.items()) {
        if (field == "call" || std::find(known.begin(), known.end(), field) != known.end()) continue;
        std::string allowed;
        for (const std::string& one : known) allowed += (allowed.empty() ? "" : ", ") + one;
        const std::string meant = nearest_word(field, known);
        throw InputError(printable(field), printable(value.dump(-1, ' ', false, Json::error_handler_t::replace)),
                         (allowed.empty() ? std::string("no field beside call") : "one of the fields " + allowed) + (meant.empty() ? "" : "; did you mean " + meant + "?"));
    }
}

BUYGRAPH_HEAVY std::optional<std::uint64_t> Arguments::whole_number(const Json& value) {
    if (value.is_number_unsigned()) return value.get<std::uint64_t>();
    if (value.is_number_integer() && value.get<std::int64_t>() >= 0) return static_cast<std::uint64_t>(value.get<std::int64_t>());
    if (!value.is_number_float()) return std::nullopt;
    const double number = value.get<double>();
    if (!(number >= 0 && number <= 0x1p53 && std::floor(number) == number)) return std::nullopt;
    return static_cast<std::uint64_t>(number);
}

}  // namespace buygraph::boundary

#endif
