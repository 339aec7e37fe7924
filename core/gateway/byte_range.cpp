#include "core/gateway/byte_range.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace keyreel::gateway {

namespace {

/// Saturates, as a position beyond any file is still a valid one.
std::optional<std::uint64_t> number(std::string_view text) {
    if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    std::uint64_t value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() ? value : UINT64_MAX;
}

class BlobSource final : public BodySource {
public:
    BlobSource(std::unique_ptr<content::BlobReader> blob, std::uint64_t first, std::uint64_t length)
        : m_blob(std::move(blob)), m_position(first), m_end(first + length), m_size(length) {}
    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    Result<std::size_t> read(MutableBytes out) override {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), m_end - m_position));
        if (count > 0) KEYREEL_CHECK(m_blob->readAt(m_position, out.first(count)));
        m_position += count;
        return count;
    }

private:
    std::unique_ptr<content::BlobReader> m_blob;
    std::uint64_t m_position;
    std::uint64_t m_end;
    std::uint64_t m_size;
};

}  // namespace

ByteRange parseRange(std::string_view field, std::uint64_t size) {
    constexpr std::string_view kUnit = "bytes=";
    const ByteRange whole{ByteRange::Kind::Whole, 0, size};
    const ByteRange none{ByteRange::Kind::Unsatisfiable, 0, 0};
    if (!equalsIgnoringCase(field.substr(0, kUnit.size()), kUnit)) return whole;
    field.remove_prefix(kUnit.size());
    const std::size_t dash = field.find('-');
    if (dash == std::string_view::npos || field.find(',') != std::string_view::npos) return whole;
    const std::string_view before = field.substr(0, dash);
    const std::string_view after = field.substr(dash + 1);
    const auto last = number(after);
    if (before.empty()) {
        if (!last) return whole;
        const std::uint64_t length = std::min(*last, size);
        if (length == 0) return none;
        return {ByteRange::Kind::Part, size - length, length};
    }
    const auto first = number(before);
    if (!first || (!after.empty() && (!last || *last < *first))) return whole;
    if (*first >= size) return none;
    const std::uint64_t end = last ? std::min(*last, size - 1) : size - 1;
    return {ByteRange::Kind::Part, *first, end - *first + 1};
}

HttpResponse blobResponse(const HttpRequest& request, std::unique_ptr<content::BlobReader> blob,
                          std::string_view cid, std::string_view mediaType) {
    const std::uint64_t size = blob->size();
    const std::string tag = "\"" + std::string(cid) + "\"";
    HttpResponse response;
    response.fields.set("ETag", tag);
    response.fields.set("Accept-Ranges", "bytes");
    response.fields.set("Cache-Control", "public, max-age=31536000, immutable");
    response.fields.set("Access-Control-Allow-Origin", "*");
    if (request.fields.value("If-None-Match") == tag) {
        response.status = 304;
        return response;
    }
    response.fields.set("Content-Type", std::string(mediaType));
    const auto condition = request.fields.find("If-Range");
    const bool honoured = request.fields.count("Range") == 1 && (!condition || *condition == tag);
    const ByteRange range = parseRange(honoured ? request.fields.value("Range") : std::string_view(), size);
    if (range.kind == ByteRange::Kind::Unsatisfiable) {
        HttpResponse refused = HttpResponse::error(
            416, Error{"range_unsatisfiable",
                       "The range lies outside the " + std::to_string(size) + " bytes.", ""});
        refused.fields.set("Content-Range", "bytes */" + std::to_string(size));
        return refused;
    }
    if (range.kind == ByteRange::Kind::Part) {
        response.status = 206;
        response.fields.set("Content-Range", "bytes " + std::to_string(range.first) + "-" +
                                                 std::to_string(range.first + range.length - 1) + "/" +
                                                 std::to_string(size));
    }
    response.source = std::make_unique<BlobSource>(std::move(blob), range.first, range.length);
    return response;
}

}  // namespace keyreel::gateway
