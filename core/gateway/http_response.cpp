#include <algorithm>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>

#include "core/gateway/faults.h"
#include "core/gateway/http_client.h"
#include "core/gateway/http_server.h"

namespace keyreel::gateway {

namespace {

/// IMF-fixdate of RFC 9110 section 5.6.7.
std::string dateNow() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[64];
    std::snprintf(text, sizeof(text), "%s, %02d %s %04d %02d:%02d:%02d GMT", kDays[parts.tm_wday],
                  parts.tm_mday, kMonths[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min,
                  parts.tm_sec);
    return text;
}

bool isFieldText(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

}  // namespace

std::string responseHeader(const HttpResponse& response, std::string_view reason,
                           std::optional<std::uint64_t> length, bool keepAlive) {
    std::string out = "HTTP/1.1 " + std::to_string(response.status) + " " + std::string(reason) +
                      "\r\nDate: " + dateNow() + "\r\n";
    if (length) out += "Content-Length: " + std::to_string(*length) + "\r\n";
    for (const HttpFields::Field& field : response.fields.all())
        if (isFieldText(field.name) && isFieldText(field.value))
            out += field.name + ": " + field.value + "\r\n";
    out += "X-Content-Type-Options: nosniff\r\n";
    out += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return out;
}

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
        const std::string next = plain(text("next"), 500);
        if (stable) return {code, plain(text("what"), 500), next.empty() ? kNonsenseNext : next};
    }
    return {"bad_response", "The server answered with status " + std::to_string(response.status) + ".",
            kNonsenseNext};
}

}  // namespace keyreel::gateway
