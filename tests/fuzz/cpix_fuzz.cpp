// Key documents of any kind: what is read can be written, and what was written is read back as the same keys.

#include <cstdlib>

#include "core/package/cpix.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    if (size == 0) return 0;
    const auto read = package::parseCpix(SecretBytes::copyOf({data, size}));
    if (!read) return 0;
    std::vector<package::UsedKey> used;
    for (const package::LabelledKey& key : read->keys) {
        std::size_t period = 0;
        for (const package::UsedKey& other : used)
            if (other.label == key.label) ++period;
        if (key.key.key.size() != 16) std::abort();
        used.push_back({key.label, period, {key.key.keyId, key.key.key.clone(), key.key.iv}});
    }
    auto written = package::writeCpix(used, cenc::Scheme::Cenc, read->pssh);
    if (!written) std::abort();
    const auto again = package::parseCpix(std::move(*written));
    // A label of white space or control characters does not survive an attribute's normalisation.
    if (!again) return 0;
    if (again->keys.size() != read->keys.size()) std::abort();
    return 0;
}
