#include "core/gateway/router.h"

#include <algorithm>

namespace keyreel::gateway {

namespace {

std::vector<std::string> split(std::string_view path) {
    std::vector<std::string> out;
    if (!path.empty()) path.remove_prefix(1);
    while (true) {
        const std::size_t slash = path.find('/');
        out.emplace_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return out;
        path.remove_prefix(slash + 1);
    }
}

bool isParameter(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

/// Literals that match, or nothing when the path does not fit the pattern.
std::optional<std::size_t> literals(const std::vector<std::string>& pattern,
                                    const std::vector<std::string>& path) {
    if (pattern.size() != path.size()) return std::nullopt;
    std::size_t count = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (isParameter(pattern[i])) {
            if (path[i].empty()) return std::nullopt;
        } else if (pattern[i] == path[i]) {
            ++count;
        } else {
            return std::nullopt;
        }
    }
    return count;
}

}  // namespace

Result<Router> Router::create(std::vector<HttpRoute> routes) {
    Router router(std::move(routes));
    for (const HttpRoute& route : router.m_routes) {
        const std::vector<std::string> segments = split(route.pattern);
        const bool named = std::none_of(segments.begin(), segments.end(), [](const std::string& segment) {
            return segment == "{}" ||
                   (segment.find_first_of("{}") != std::string::npos && !isParameter(segment));
        });
        if (route.pattern.empty() || route.pattern.front() != '/' || !named)
            return fail("bad_route", "The route pattern \"" + route.pattern + "\" is malformed.");
        for (std::size_t i = 0; i < router.m_segments.size(); ++i)
            if (router.m_routes[i].method == route.method && router.m_routes[i].pattern == route.pattern)
                return fail("bad_route",
                            "The route " + route.method + " " + route.pattern + " is given twice.");
        router.m_segments.push_back(segments);
    }
    return router;
}

Router::Match Router::find(std::string_view method, std::string_view path) const {
    Match match;
    const std::vector<std::string> segments = split(path);
    std::size_t best = 0;
    std::size_t index = m_routes.size();
    bool exact = false;
    for (std::size_t i = 0; i < m_routes.size(); ++i) {
        const auto score = literals(m_segments[i], segments);
        if (!score) continue;
        const HttpRoute& route = m_routes[i];
        const bool same = route.method == method;
        if (same || (method == "HEAD" && route.method == "GET")) {
            // A route of the method itself outranks the fallback from HEAD to GET on an equally literal
            // pattern.
            if (index == m_routes.size() || *score > best || (*score == best && same && !exact)) {
                best = *score;
                index = i;
                exact = same;
            }
        }
        if (std::find(match.allowed.begin(), match.allowed.end(), route.method) == match.allowed.end())
            match.allowed.push_back(route.method);
    }
    if (index == m_routes.size()) return match;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const std::string& name = m_segments[index][i];
        if (!isParameter(name)) continue;
        auto value = percentDecode(segments[i]);
        if (!value) {
            match.malformed = true;
            return match;
        }
        match.parameters.emplace(name.substr(1, name.size() - 2), std::move(*value));
    }
    match.route = &m_routes[index];
    return match;
}

Result<std::map<std::string, std::string>> parseQuery(std::string_view query) {
    std::map<std::string, std::string> out;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        KEYREEL_TRY(std::string name, percentDecode(pair.substr(0, equals)));
        KEYREEL_TRY(std::string value, percentDecode(pair.substr(std::min(equals + 1, pair.size()))));
        if (!out.emplace(name, std::move(value)).second)
            return fail("repeated_parameter",
                        "The query parameter \"" + name.substr(0, 64) + "\" is given twice.");
    }
    return out;
}

Status parseTarget(std::string_view target, HttpRequest& out) {
    const bool printable =
        std::all_of(target.begin(), target.end(), [](char c) { return c > ' ' && c < 0x7f && c != '#'; });
    if (target.empty() || target.front() != '/' || !printable)
        return fail("bad_url", "The request target is not an absolute path.");
    out.target = std::string(target);
    const std::size_t question = std::min(target.find('?'), target.size());
    out.path = std::string(target.substr(0, question));
    KEYREEL_TRY(out.query, parseQuery(target.substr(std::min(question + 1, target.size()))));
    return {};
}

}  // namespace keyreel::gateway
