#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/identity/account_id.h"
#include "core/identity/mnemonic.h"

// What is taken for a phrase or an account must be that one in its one canonical form.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    const ByteView input(data, size);
    if (const auto entropy = identity::entropyOfPhrase(input)) {
        const auto phrase = identity::phraseOfEntropy(entropy->view());
        if (!phrase || !identity::canonicalPhrase(input)->equals(phrase->view())) std::abort();
    }
    if (size == 16 || size == 32) {
        const auto phrase = identity::phraseOfEntropy(input);
        if (!phrase || !identity::entropyOfPhrase(phrase->view())->equals(input)) std::abort();
    }
    const auto key = identity::fromDidKey(asText(input));
    if (key && identity::toDidKey(*key) != asText(input)) std::abort();
    if (size <= 64 && *identity::fromBase58(identity::toBase58(input)) != toBytes(input)) std::abort();
    return 0;
}
