#include <gtest/gtest-spi.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/integration/gateway/world.h"

namespace keyreel::gateway {
namespace {

using nlohmann::json;

json description() {
    return json::parse(openApiDocument());
}

const json& resolved(const json& document, const json& value) {
    const auto reference = value.find("$ref");
    if (reference == value.end()) return value;
    return document.at(json::json_pointer(reference->get<std::string>().substr(1)));
}

/// Enough of JSON Schema 2020-12 for this description; anything else in it fails.
void check(const json& document, const json& schemaOrReference, const json& value, const std::string& place) {
    const json& schema = resolved(document, schemaOrReference);
    for (const auto& [keyword, rule] : schema.items()) {
        if (keyword == "type") {
            const bool fits = rule == "object"    ? value.is_object()
                              : rule == "array"   ? value.is_array()
                              : rule == "string"  ? value.is_string()
                              : rule == "integer" ? value.is_number_integer()
                              : rule == "boolean" ? value.is_boolean()
                                                  : false;
            ASSERT_TRUE(fits) << place << " is no " << rule << ": " << value;
        } else if (keyword == "required") {
            for (const json& name : rule)
                EXPECT_TRUE(value.contains(name.get<std::string>())) << place << " lacks " << name;
        } else if (keyword == "properties") {
            for (const auto& [name, inner] : rule.items())
                if (value.contains(name)) check(document, inner, value.at(name), place + "." + name);
            for (const auto& [name, inner] : value.items()) {
                EXPECT_TRUE(schema.contains("allOf") || rule.contains(name))
                    << place << " has a field that is not described: " << name;
            }
        } else if (keyword == "items") {
            for (const json& each : value)
                check(document, rule, each, place + "[]");
        } else if (keyword == "allOf") {
            for (const json& each : rule) {
                const json& part = resolved(document, each);
                for (const json& name : part.at("required"))
                    EXPECT_TRUE(value.contains(name.get<std::string>())) << place << " lacks " << name;
            }
        } else if (keyword == "enum") {
            EXPECT_NE(std::find(rule.begin(), rule.end(), value), rule.end()) << place << " is " << value;
        } else if (keyword == "pattern") {
            EXPECT_EQ(rule, "^[0-9a-f]{64}$");
            EXPECT_TRUE(fromHexExact<32>(value.get<std::string>())) << place;
        } else {
            EXPECT_TRUE(keyword == "minimum" || keyword == "maximum" || keyword == "maxLength" ||
                        keyword == "maxItems" || keyword == "contentEncoding")
                << place << " uses " << keyword;
        }
    }
}

/// "METHOD path" and its parameters but for header fields, which the router does not know of.
using Surface = std::map<std::string, std::set<std::string>>;

Surface described(const json& document) {
    Surface out;
    for (const auto& [path, item] : document.at("paths").items()) {
        for (const auto& [method, operation] : item.items()) {
            if (method == "parameters") continue;
            std::string name = method;
            for (char& c : name)
                c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
            auto& parameters = out[name + " " + path];
            for (const json* list : {&item, &operation}) {
                if (!list->contains("parameters")) continue;
                for (const json& each : list->at("parameters")) {
                    const json& parameter = resolved(document, each);
                    const std::string where = parameter.at("in");
                    if (where != "header")
                        parameters.insert(where + " " + parameter.at("name").get<std::string>());
                }
            }
        }
    }
    return out;
}

Surface served(const std::vector<HttpRoute>& routes) {
    Surface out;
    for (const HttpRoute& route : routes) {
        auto& parameters = out[route.method + " " + route.pattern];
        for (const std::string& name : route.query)
            parameters.insert("query " + name);
        for (std::size_t open = 0; (open = route.pattern.find('{', open)) != std::string::npos; ++open)
            parameters.insert("path " +
                              route.pattern.substr(open + 1, route.pattern.find('}', open) - open - 1));
    }
    return out;
}

TEST_F(World, TheDescriptionAndTheServerSayTheSame) {
    EXPECT_EQ(described(description()), served(server->routes()));
}

TEST_F(World, EveryReferenceOfTheDescriptionResolves) {
    const json document = description();
    std::function<void(const json&)> walk = [&](const json& value) {
        if (value.is_object() && value.contains("$ref")) {
            EXPECT_NO_THROW((void)resolved(document, value)) << value;
        }
        if (value.is_structured())
            for (const json& each : value)
                walk(each);
    };
    walk(document);
    std::set<std::string> ids;
    for (const auto& [path, item] : document.at("paths").items())
        for (const auto& [method, operation] : item.items())
            if (method != "parameters") {
                EXPECT_TRUE(ids.insert(operation.at("operationId")).second) << operation;
            }
}

TEST_F(World, RealResponsesFitTheirSchemas) {
    const json document = description();
    const GatewayClient by = registered(creator);
    NodeListing node;
    node.url = "https://node.example";
    node.name = "Node";
    ASSERT_TRUE(writeFileAtomically(options.dataFolder / "nodes.json", asBytes(toJson(std::vector{node}))));
    const CatalogueEntry entry = publish(by, 1, rights::AccessMethod::Free);
    const std::string id = toHex(entry.contentId);
    const auto fits = [&](const std::string& path, const std::string& method, const std::string& status,
                          const HttpClientRequest& request) {
        const auto response = must(http().send(request));
        ASSERT_EQ(std::to_string(response.status), status) << path << " " << asText(response.body);
        const json& answer =
            resolved(document, document.at("paths").at(path).at(method).at("responses").at(status));
        check(document, answer.at("content").at("application/json").at("schema"), json::parse(response.body),
              method + " " + path);
    };
    const auto get = [](const std::string& target) {
        HttpClientRequest request;
        request.target = target;
        return request;
    };
    fits("/healthz", "get", "200", get("/healthz"));
    fits("/v1/gateway", "get", "200", get("/v1/gateway"));
    fits("/v1/nodes", "get", "200", get("/v1/nodes"));
    fits("/v1/assets", "get", "200", get("/v1/assets?limit=10&search=film"));
    fits("/v1/assets/{contentId}", "get", "200", get("/v1/assets/" + id));
    fits("/v1/assets/{contentId}", "get", "404", get("/v1/assets/" + std::string(32, '9')));
    fits("/v1/log/proof/inclusion", "get", "200", get("/v1/log/proof/inclusion?index=0&size=2"));
    fits("/v1/log/proof/consistency", "get", "200", get("/v1/log/proof/consistency?first=1&second=2"));
    fits("/v1/log/entries", "get", "404", get("/v1/log/entries?start=90&end=91"));
    HttpClientRequest statement = get("/v1/log/statements");
    statement.method = "POST";
    statement.body = viewer.registration(clock.now());
    fits("/v1/log/statements", "post", "201", statement);
    fits("/v1/log/statements", "post", "200", statement);
    HttpClientRequest unsignedUpload = get("/v1/uploads");
    unsignedUpload.method = "POST";
    unsignedUpload.fields.set("Tus-Resumable", "1.0.0");
    fits("/v1/uploads", "post", "401", unsignedUpload);
    const auto said = must(http().send(get("/openapi.json")));
    EXPECT_EQ(json::parse(said.body), document);
}

TEST_F(World, RefusalsOfEveryKindAreDescribed) {
    const GatewayClient by = registered(creator);
    const std::string id(32, '9');
    const auto answer = [&](const std::string& method, const std::string& target, HttpFields fields = {}) {
        HttpClientRequest request;
        request.method = method;
        request.target = target;
        request.fields = std::move(fields);
        if (method == "POST" || method == "PUT" || method == "PATCH") request.body = Bytes(3, 'x');
        return must(http().send(request)).status;
    };
    // Each is checked against the description where the server answers.
    EXPECT_EQ(answer("GET", "/healthz?x=1"), 400u);
    EXPECT_EQ(answer("GET", "/v1/log/entries?start=1"), 400u);
    EXPECT_EQ(answer("GET", "/v1/log/entries?start=0&end=x"), 400u);
    EXPECT_EQ(answer("GET", "/v1/log/proof/inclusion?index=0&size=x"), 400u);
    EXPECT_EQ(answer("GET", "/v1/blobs/nonsense"), 400u);
    EXPECT_EQ(answer("GET", "/v1/assets/nonsense"), 400u);
    EXPECT_EQ(answer("GET", "/v1/assets/nonsense/manifest"), 400u);
    EXPECT_EQ(answer("GET", "/v1/assets/nonsense/film.cmfv"), 400u);
    EXPECT_EQ(answer("GET", "/v1/assets?limit=0"), 400u);
    EXPECT_EQ(answer("GET", "/v1/assets?limit=201"), 400u);
    EXPECT_EQ(answer("GET", "/v1/assets?limit=200"), 200u);
    EXPECT_EQ(answer("POST", "/v1/log/statements"), 400u);
    EXPECT_EQ(answer("POST", "/v1/capabilities"), 401u);
    EXPECT_EQ(answer("PUT", "/v1/assets/" + id), 401u);
    EXPECT_EQ(answer("POST", "/v1/uploads"), 413u);
    EXPECT_EQ(answer("HEAD", "/v1/uploads/" + id), 412u);
    EXPECT_EQ(answer("DELETE", "/v1/uploads/" + id), 412u);
    EXPECT_EQ(answer("PATCH", "/v1/uploads/" + id), 412u);
    const HttpFields tus{{"Tus-Resumable", "1.0.0"}};
    EXPECT_EQ(answer("PATCH", "/v1/uploads/" + id, tus), 415u);
    EXPECT_EQ(answer("DELETE", "/v1/uploads/" + id, tus), 401u);
    HttpClientRequest unversioned;
    unversioned.method = "POST";
    unversioned.target = "/v1/uploads";
    EXPECT_EQ(must(http().send(unversioned)).status, 412u);
}

TEST_F(World, AnAnswerThatIsNotDescribedFailsItsTest) {
    const HttpRoute health{"GET", "/healthz", HttpRoute::Handler(), 0, {}, false};
    EXPECT_NONFATAL_FAILURE(expectDescribed(health, 418), "418");
    expectDescribed(health, 200);
}

}  // namespace

void expectDescribed(const HttpRoute& route, unsigned status) {
    static const json document = description();
    std::string method = route.method;
    for (char& c : method)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const json& responses = document.at("paths").at(route.pattern).at(method).at("responses");
    EXPECT_TRUE(responses.contains(std::to_string(status)))
        << route.method << " " << route.pattern << " answered with status " << status
        << ", which its description does not list";
}

}  // namespace keyreel::gateway
