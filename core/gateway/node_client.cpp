#include "core/gateway/node_client.h"

#include "core/base/text.h"
#include "core/gateway/faults.h"

namespace keyreel::gateway {

namespace {

/// RFC 9651 section 3.3.5; empty for anything else.
Bytes byteSequence(std::string_view field) {
    if (field.size() < 2 || field.front() != ':' || field.back() != ':') return {};
    return fromBase64(field.substr(1, field.size() - 2)).value_or(Bytes());
}

}  // namespace

Result<NodeClient> NodeClient::create(const std::string& url, HttpClientOptions options) {
    KEYREEL_TRY(const Url origin, Url::parse(url));
    KEYREEL_TRY(HttpClient http, HttpClient::create(origin, std::move(options)));
    return NodeClient(std::make_shared<const HttpClient>(std::move(http)));
}

Result<NodeListing> NodeClient::descriptor(std::stop_token stop) const {
    HttpClientRequest request;
    request.target = "/v1/node";
    KEYREEL_TRY(const HttpClientResponse response, m_http->send(request, stop));
    if (!response.ok()) return tl::unexpected<Error>(errorOfResponse(response));
    KEYREEL_TRY(NodeListing node, understood(nodeListingFromJson(response.body)));
    node.url = origin().origin();
    return node;
}

Result<Bytes> NodeClient::witness(std::stop_token stop) const {
    HttpClientRequest request;
    request.target = "/v1/witness";
    request.timeout = std::chrono::milliseconds(1500);
    KEYREEL_TRY(HttpClientResponse response, m_http->send(request, stop));
    if (!response.ok()) return tl::unexpected<Error>(errorOfResponse(response));
    return std::move(response.body);
}

Result<NodeReply> NodeClient::recover(ByteView message, std::stop_token stop,
                                      std::chrono::milliseconds timeout) const {
    HttpClientRequest request;
    request.method = "POST";
    request.target = "/v1/recover";
    request.fields.set("Content-Type", "application/cbor");
    request.body = toBytes(message);
    request.timeout = timeout;
    KEYREEL_TRY(HttpClientResponse response, m_http->send(request, stop));
    if (!response.ok()) return tl::unexpected<Error>(errorOfResponse(response));
    return NodeReply{std::move(response.body), byteSequence(response.fields.value(kWitnessField))};
}

Status NodeClient::submitRevocation(ByteView statement, std::stop_token stop) const {
    HttpClientRequest request;
    request.method = "POST";
    request.target = "/v1/revocations";
    request.fields.set("Content-Type", "application/cose; cose-type=\"cose-sign1\"");
    request.body = toBytes(statement);
    KEYREEL_TRY(const HttpClientResponse response, m_http->send(request, stop));
    if (!response.ok()) return tl::unexpected<Error>(errorOfResponse(response));
    return {};
}

}  // namespace keyreel::gateway
