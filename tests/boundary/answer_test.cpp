#include <buygraph/boundary/answer.hpp>

#include <buygraph/forecast/forecast.hpp>
#include <buygraph/version.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

using boundary::answer, boundary::Reply, boundary::Session, boundary::Status;

namespace {

Json text_of(const Reply& reply) { return Json::parse(reply.text); }

const std::string load_three = R"({"call": "load", "source": )" + std::string(deals::three_people) + "}";

}  // namespace

TEST_CASE("a reply has the version and what was asked for") {
    Session session;
    const Reply loaded = answer(session, load_three);
    CHECK(loaded.status == Status::done);
    CHECK(text_of(loaded)["buygraph"] == version);
    CHECK(text_of(answer(session, R"({"call": "forecast", "deal": 1, "samples": 64})"))["samples"] == 64);
    CHECK(text_of(answer(session, R"({"call": "calls"})"))["calls"]["brief"] == Json({"deal", "edits", "language", "samples", "seed", "threads", "method", "precision", "person"}));
}

TEST_CASE("numbers come back as the doubles they were") {
    Session session;
    (void)answer(session, load_three);
    ForecastOptions options;
    options.samples = 64;
    CHECK(text_of(answer(session, R"({"call": "forecast", "deal": 1, "samples": 64})"))["win"].get<double>() == forecast(deals::model(deals::document()), options).win());
}

TEST_CASE("faults come with all of them, in the language of the request") {
    Session session;
    const Reply reply = answer(session, R"({"call": "load", "source": {"buygraph": 1}, "language": "zh"})");
    CHECK(reply.status == Status::faults);
    CHECK(text_of(reply)["error"]["kind"] == "faults");
    CHECK(text_of(reply)["error"]["faults"].size() >= 3);
    CHECK(text_of(reply)["error"]["faults"][0]["allowed"] == "必须给出");
}

TEST_CASE("a request that cannot be used says what was wrong and what is meant") {
    Session session;
    const auto allowed = [&](const char* request) {
        const Reply reply = answer(session, request);
        CHECK(reply.status == Status::input);
        return text_of(reply)["error"]["allowed"].get<std::string>();
    };
    CHECK(allowed("") == "JSON text in UTF-8");
    CHECK(allowed("3") == "an object with a call");
    CHECK(allowed(R"({"call": "forcast"})").find("did you mean forecast?") != std::string::npos);
    CHECK(allowed(R"({"call": "release", "deal": 1, "sample": 1})") == "one of the fields deal");
    CHECK(allowed(R"({"call": "calls", "call": "calls"})") == "each key once");
}

TEST_CASE("long work stops when the caller says so") {
    Session session;
    (void)answer(session, load_three);
    CHECK(answer(session, R"({"call": "forecast", "deal": 1})", [] { return true; }).status == Status::interrupted);
    CHECK(answer(session, R"({"call": "forecast", "deal": 1, "samples": 64})").status == Status::done);
}
