#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/gateway/http_client.h"
#include "core/gateway/http_server.h"

namespace keyreel::gateway {

std::string_view HttpRequest::parameter(const std::string& name) const {
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string_view() : found->second;
}

std::string_view HttpRequest::queryValue(const std::string& name) const {
    const auto found = query.find(name);
    return found == query.end() ? std::string_view() : found->second;
}

HttpResponse HttpResponse::bytes(unsigned status, std::string mediaType, Bytes body) {
    HttpResponse response;
    response.status = status;
    response.fields.set("Content-Type", std::move(mediaType));
    response.body = std::move(body);
    return response;
}

HttpResponse HttpResponse::json(unsigned status, std::string text) {
    return bytes(status, "application/json", toBytes(text));
}

HttpResponse HttpResponse::error(unsigned status, const Error& error) {
    const nlohmann::json body = {
        {"error", {{"code", error.code}, {"what", error.what}, {"next", error.next}}}};
    return json(status, body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

Error errorOfResponse(const HttpClientResponse& response) {
    const nlohmann::json body =
        nlohmann::json::parse(response.body.begin(), response.body.end(), nullptr, false);
    const auto plain = [](const std::string& text, std::size_t limit) {
        std::string out = text.substr(0, limit);
        std::replace_if(
            out.begin(), out.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
        return out;
    };
    if (body.is_object() && body.contains("error") && body["error"].is_object()) {
        const nlohmann::json& error = body["error"];
        const auto text = [&](const char* name) {
            const auto found = error.find(name);
            return found != error.end() && found->is_string() ? found->get<std::string>() : std::string();
        };
        const std::string code = text("code");
        const bool stable =
            !code.empty() && code.size() <= 64 && std::all_of(code.begin(), code.end(), [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
            });
        if (stable) return {code, plain(text("what"), 500), plain(text("next"), 500)};
    }
    return {"bad_response", "The server answered with status " + std::to_string(response.status) + ".", ""};
}

}  // namespace keyreel::gateway
