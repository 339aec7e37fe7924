#include "core/identity/checked_file.h"

#include <algorithm>

#include "core/crypto/hash.h"

namespace keyreel::identity {

std::optional<ByteView> checkedContent(ByteView file) {
    if (file.size() < kCheckSize) return std::nullopt;
    const ByteView content = file.first(file.size() - kCheckSize);
    const crypto::Digest digest = crypto::sha256(content);
    if (!std::equal(digest.begin(), digest.end(), file.last(kCheckSize).begin())) return std::nullopt;
    return content;
}

}  // namespace keyreel::identity
