#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/gateway/http_server.h"

namespace keyreel::gateway {

/// Finds the route of a request by method and path. A segment of the path matches a literal or one
/// `{parameter}`; literals win. Immutable, so any thread may ask.
class Router {
public:
    struct Match {
        const HttpRoute* route = nullptr;  ///< Null: see `allowed`.
        std::map<std::string, std::string> parameters;
        std::vector<std::string> allowed;  ///< Methods that the path has; empty: no such path.
        bool malformed = false;            ///< A parameter is not valid percent-encoding.
    };

    /// Code `bad_route` for a pattern without leading slash, an unnamed parameter or a method and pattern
    /// given twice.
    static Result<Router> create(std::vector<HttpRoute> routes);

    /// HEAD falls back to the route for GET.
    [[nodiscard]] Match find(std::string_view method, std::string_view path) const;
    [[nodiscard]] const std::vector<HttpRoute>& routes() const { return m_routes; }

private:
    explicit Router(std::vector<HttpRoute> routes) : m_routes(std::move(routes)) {}
    std::vector<HttpRoute> m_routes;
    std::vector<std::vector<std::string>> m_segments;
};

/// Splits `a=1&b=2` and decodes both sides ('+' is a space in neither). Codes `bad_url`,
/// `repeated_parameter`.
Result<std::map<std::string, std::string>> parseQuery(std::string_view query);

/// Fills everything of `out` that follows from the request target (path, query). Code `bad_url` when it is
/// not an absolute path of printable ASCII.
Status parseTarget(std::string_view target, HttpRequest& out);

}  // namespace keyreel::gateway
