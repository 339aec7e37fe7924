#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "core/content/blob_store.h"
#include "core/gateway/http_server.h"

namespace keyreel::gateway {

/// What a Range field (RFC 9110 section 14.2) asks of `size` bytes.
struct ByteRange {
    enum class Kind {
        Whole,  ///< No range, an unknown unit, a malformed one or several: the whole is sent, as the RFC
                ///< allows.
        Part,   ///< `first` and `length`, within the size.
        Unsatisfiable,  ///< 416
    };
    Kind kind = Kind::Whole;
    std::uint64_t first = 0;
    std::uint64_t length = 0;
};

ByteRange parseRange(std::string_view field, std::uint64_t size);

/// 200, 206, 304 or 416 for a blob: immutable, its CID is its entity tag, and any web page may read it.
HttpResponse blobResponse(const HttpRequest& request, std::unique_ptr<content::BlobReader> blob,
                          std::string_view cid, std::string_view mediaType);

}  // namespace keyreel::gateway
