#include "core/gateway/tus_uploads.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "core/base/text.h"
#include "core/crypto/hash.h"
#include "core/gateway/sha1.h"

namespace keyreel::gateway {

namespace {

constexpr const char* kVersion = "1.0.0";
constexpr const char* kPieceType = "application/offset+octet-stream";

HttpResponse tus(HttpResponse response) {
    response.fields.set("Tus-Resumable", kVersion);
    response.fields.set("Cache-Control", "no-store");
    return response;
}

HttpResponse tusRefusal(const Error& error) {
    return tus(refusal(error));
}

HttpResponse empty(unsigned status) {
    HttpResponse response;
    response.status = status;
    return tus(std::move(response));
}

/// 412 for clients of another protocol version (tus 1.0, "Tus-Resumable").
std::optional<HttpResponse> wrongVersion(const HttpRequest& request) {
    if (request.fields.value("Tus-Resumable") == kVersion) return std::nullopt;
    HttpResponse response = tus(HttpResponse::error(
        412, Error{"tus_version", "Only version 1.0.0 of the tus protocol is spoken here.", ""}));
    response.fields.set("Tus-Version", kVersion);
    return response;
}

std::optional<std::uint64_t> wholeNumber(std::string_view text) {
    std::uint64_t value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Pairs of a name and a base64 value, separated by commas.
Result<std::map<std::string, std::string>> metadataOf(std::string_view field) {
    std::map<std::string, std::string> out;
    while (!field.empty()) {
        const std::size_t end = std::min(field.find(','), field.size());
        std::string_view pair = field.substr(0, end);
        field.remove_prefix(std::min(end + 1, field.size()));
        while (!pair.empty() && pair.front() == ' ')
            pair.remove_prefix(1);
        const std::size_t space = std::min(pair.find(' '), pair.size());
        const auto value = fromBase64(pair.substr(std::min(space + 1, pair.size())));
        if (space == 0 || !value) return fail("bad_metadata", "Upload-Metadata is malformed.");
        out[std::string(pair.substr(0, space))] = std::string(asText(*value));
    }
    return out;
}

/// `Upload-Checksum: sha256 <base64>`
struct Checksum {
    bool isSha1 = false;
    Bytes expected;
};

Result<std::optional<Checksum>> checksumOf(const HttpFields& fields) {
    const auto field = fields.find("Upload-Checksum");
    if (!field) return std::optional<Checksum>();
    const std::size_t space = std::min(field->find(' '), field->size());
    const std::string_view algorithm = field->substr(0, space);
    const auto value = fromBase64(field->substr(std::min(space + 1, field->size())));
    if ((algorithm != "sha1" && algorithm != "sha256") || !value)
        return fail("bad_checksum",
                    "Upload-Checksum is malformed or of an algorithm other than sha1 and sha256.");
    return std::optional(Checksum{algorithm == "sha1", *value});
}

/// One piece of an upload on its way to the disk.
class PieceSink final : public BodySink {
public:
    PieceSink(content::UploadStore& uploads, audit::Log& audit, content::UploadStatus status,
              std::unique_ptr<content::UploadWriter> writer, HttpFields fields,
              std::optional<Checksum> checksum)
        : m_uploads(uploads),
          m_audit(audit),
          m_status(std::move(status)),
          m_writer(std::move(writer)),
          m_fields(std::move(fields)),
          m_checksum(std::move(checksum)) {}

    std::optional<HttpResponse> write(ByteView piece) override {
        if (const Status written = m_writer->write(piece); !written) return tusRefusal(written.error());
        m_sha256.update(piece);
        if (m_checksum && m_checksum->isSha1) m_sha1.update(piece);
        return std::nullopt;
    }

    HttpResponse finish() override {
        const crypto::Digest digest = m_sha256.finish();
        if (!digestMatches(m_fields, digest))
            return tusRefusal(
                {"digest_mismatch", "The piece is not the one that was signed.", "Send it again."});
        if (m_checksum && !checksumHolds(digest))
            return tusRefusal({"checksum_mismatch", "The piece was damaged on the way.", "Send it again."});
        const auto offset = m_writer->commit();
        m_writer.reset();
        if (!offset) return tusRefusal(offset.error());
        if (*offset == m_status.length) {
            if (const auto done = m_uploads.finish(m_status.id); !done) return tusRefusal(done.error());
            const auto recorded =
                m_audit.append("upload_finished", {{"cid", m_status.cid.text()},
                                                   {"bytes", static_cast<std::int64_t>(m_status.length)},
                                                   {"device", m_status.owner.substr(0, 16)}});
            if (!recorded) return tusRefusal(recorded.error());
        }
        HttpResponse response = empty(204);
        response.fields.set("Upload-Offset", std::to_string(*offset));
        return response;
    }

private:
    bool checksumHolds(const crypto::Digest& sha256) {
        if (!m_checksum->isSha1) return m_checksum->expected == toBytes(sha256);
        return m_checksum->expected == toBytes(m_sha1.finish());
    }

    content::UploadStore& m_uploads;
    audit::Log& m_audit;
    content::UploadStatus m_status;
    std::unique_ptr<content::UploadWriter> m_writer;
    HttpFields m_fields;
    std::optional<Checksum> m_checksum;
    crypto::Sha256 m_sha256;
    Sha1 m_sha1;
};

}  // namespace

std::vector<HttpRoute> TusUploads::routes() {
    std::vector<HttpRoute> routes;
    const auto add = [&](const char* method, const char* pattern, auto handler, std::uint64_t limit,
                         bool waits) {
        HttpRoute route;
        route.method = method;
        route.pattern = pattern;
        route.handler = std::move(handler);
        route.bodyLimit = limit;
        route.waits = waits;
        routes.push_back(std::move(route));
    };
    using Request = const HttpRequest&;
    using Handler = HttpRoute::Handler;
    add("OPTIONS", "/v1/uploads", Handler([this](Request) { return options(); }), 0, false);
    add("POST", "/v1/uploads", Handler([this](Request request) { return create(request); }), 0, true);
    add("HEAD", "/v1/uploads/{id}", Handler([this](Request request) { return offset(request); }), 0, false);
    add("PATCH", "/v1/uploads/{id}",
        HttpRoute::StreamHandler([this](Request request) { return patch(request); }),
        m_uploads.limits().maxLength, true);
    add("DELETE", "/v1/uploads/{id}", Handler([this](Request request) { return terminate(request); }), 0,
        true);
    return routes;
}

HttpResponse TusUploads::options() const {
    HttpResponse response = empty(204);
    response.fields.set("Tus-Version", kVersion);
    response.fields.set("Tus-Extension", "creation,checksum,termination");
    response.fields.set("Tus-Checksum-Algorithm", "sha1,sha256");
    response.fields.set("Tus-Max-Size", std::to_string(m_uploads.limits().maxLength));
    return response;
}

HttpResponse TusUploads::create(const HttpRequest& request) {
    if (auto refused = wrongVersion(request)) return std::move(*refused);
    const auto device = m_guard.deviceWithBody(request, rights::kPurposePublish);
    if (!device) return tusRefusal(device.error());
    const auto length = wholeNumber(request.fields.value("Upload-Length"));
    if (!length) return tusRefusal({"bad_request", "Upload-Length is missing or no whole number.", ""});
    const auto metadata = metadataOf(request.fields.value("Upload-Metadata"));
    if (!metadata) return tusRefusal(metadata.error());
    const auto named = metadata->find("cid");
    const auto cid = content::Cid::parse(named == metadata->end() ? std::string() : named->second);
    if (!cid)
        return tusRefusal(
            {"bad_cid", "Upload-Metadata names no valid CID.", "Name the file's CID under \"cid\"."});
    if (const Status allowed = m_creations.issue(*device, m_clock.now()); !allowed)
        return tusRefusal(allowed.error());
    m_uploads.dropExpired();
    const auto upload = m_uploads.create(*length, *cid, toHex(*device));
    if (!upload) return tusRefusal(upload.error());
    if (*length == 0) {
        if (const auto done = m_uploads.finish(upload->id); !done) return tusRefusal(done.error());
    }
    HttpResponse response = empty(201);
    response.fields.set("Location", "/v1/uploads/" + upload->id);
    return response;
}

HttpResponse TusUploads::offset(const HttpRequest& request) {
    if (auto refused = wrongVersion(request)) return std::move(*refused);
    const auto upload = m_uploads.status(request.parameter("id"));
    if (!upload) return tusRefusal(upload.error());
    HttpResponse response = empty(200);
    response.fields.set("Upload-Offset", std::to_string(upload->offset));
    response.fields.set("Upload-Length", std::to_string(upload->length));
    return response;
}

TusUploads::Decision TusUploads::patch(const HttpRequest& request) {
    if (auto refused = wrongVersion(request)) return std::move(*refused);
    if (!equalsIgnoringCase(request.fields.value("Content-Type"), kPieceType))
        return tus(HttpResponse::error(
            415, Error{"bad_request", std::string("The piece must be ") + kPieceType + ".", ""}));
    const auto offset = wholeNumber(request.fields.value("Upload-Offset"));
    if (!offset) return tusRefusal({"bad_request", "Upload-Offset is missing or no whole number.", ""});
    auto checksum = checksumOf(request.fields);
    if (!checksum) return tusRefusal(checksum.error());
    const auto device = m_guard.device(request, rights::kPurposePublish);
    if (!device) return tusRefusal(device.error());
    auto upload = m_uploads.status(request.parameter("id"));
    if (!upload) return tusRefusal(upload.error());
    if (upload->owner != toHex(*device))
        return tusRefusal(
            {"upload_not_yours", "Another device began this upload.", "Begin an upload of your own."});
    if (request.contentLength > upload->length - upload->offset)
        return tusRefusal({"upload_too_long", "The piece goes beyond the declared length.", ""});
    auto writer = m_uploads.writer(upload->id, *offset);
    if (!writer) return tusRefusal(writer.error());
    return std::make_unique<PieceSink>(m_uploads, m_audit, std::move(*upload), std::move(*writer),
                                       request.fields, std::move(*checksum));
}

HttpResponse TusUploads::terminate(const HttpRequest& request) {
    if (auto refused = wrongVersion(request)) return std::move(*refused);
    const auto device = m_guard.deviceWithBody(request, rights::kPurposePublish);
    if (!device) return tusRefusal(device.error());
    const auto upload = m_uploads.status(request.parameter("id"));
    if (!upload) return tusRefusal(upload.error());
    if (upload->owner != toHex(*device))
        return tusRefusal({"upload_not_yours", "Another device began this upload.", ""});
    if (const Status done = m_uploads.terminate(upload->id); !done) return tusRefusal(done.error());
    return empty(204);
}

}  // namespace keyreel::gateway
