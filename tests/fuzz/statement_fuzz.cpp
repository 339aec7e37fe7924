#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/crypto/cose.h"
#include "core/rights/state.h"
#include "core/rights/statement.h"

namespace {

keyreel::crypto::SigningKey fixedKey() {
    auto key = keyreel::crypto::SigningKey::fromSeed(keyreel::SecretBytes(32));
    if (!key) std::abort();
    return std::move(*key);
}

}  // namespace

// The input is a payload that its author signed: the signature must not be what keeps the fuzzer out of the
// parser. What is accepted must be the one encoding of its statement, and a fold over it must not depend on
// being tried before.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    static const crypto::SigningKey kKey = fixedKey();
    const ByteView input(data, size);
    if (rights::verifyStatement(input)) {
        rights::State state;
        (void)state.apply(0, input);
    }
    const Bytes message = crypto::coseSign1(kKey, input);
    const auto statement = rights::verifyStatement(message);
    if (!statement) {
        if (statement.error().code.rfind("statement_", 0) != 0) std::abort();
    } else {
        if (rights::signerOf(*statement) != kKey.publicKey()) std::abort();
        const auto again = rights::encodeStatement(*statement);
        if (!again || *again != toBytes(input)) std::abort();
        rights::State state;
        const bool accepted = state.check(message, *statement).has_value();
        if (state.apply(0, message).has_value() != accepted) std::abort();
        if (state.apply(1, message)) std::abort();
    }
    if (const auto order = rights::verifyOrder(message)) {
        const auto again = rights::signOrder(*order, kKey);
        if (!again || *again != message) std::abort();
    }
    return 0;
}
