#include "deals.hpp"

#include <buygraph/io/file.hpp>
#include <buygraph/model/compile.hpp>

namespace deals {

Json document(const char* text) { return Json::parse(text); }

Deal read(const Json& json) {
    ReadResult result = read_and_validate(json);
    if (!result.faults.empty()) throw DealError(result.faults);
    return result.deal;
}

DecisionModel model(const Deal& deal) { return compile(deal); }

DecisionModel model(const Json& json) { return model(read(json)); }

DecisionModel under(const char* rule) {
    Json json = document();
    json["decision"]["rule"] = rule;
    return model(json);
}

}  // namespace deals
