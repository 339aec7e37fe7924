#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/crypto/cose.h"
#include "core/custody/capability.h"
#include "core/custody/padded_message.h"
#include "core/custody/recover_message.h"
#include "core/rights/tree_head.h"
#include "core/rights/witness.h"

// Payloads that their author signed: the signature must not be what keeps the fuzzer out of the parser. The
// first byte says which: capability (CWT), proof, answer, tree head, witness. What is accepted must be the
// one encoding of what it says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    if (size == 0) return 0;
    static const crypto::SigningKey kKey = *crypto::SigningKey::fromSeed(SecretBytes(32));
    const crypto::PublicKey& signer = kKey.publicKey();
    const ByteView payload(data + 1, size - 1);
    const auto mustBe = [](const auto& again, const Bytes& message) {
        if (!again || *again != message) std::abort();
    };
    switch (data[0] % 5) {
        case 0: {
            const Bytes message = crypto::coseSign1(kKey, payload, asBytes("keyreel/capability/v1"));
            const auto read = custody::verifyCapability(message, signer, 1'800'000'000);
            if (read) mustBe(custody::signCapability(*read, kKey), message);
            break;
        }
        case 1: {
            const Bytes message = crypto::coseSign1(kKey, payload);
            const auto read = custody::verifyRecoverProof(message, signer);
            if (read && custody::signRecoverProof(*read, kKey) != message) std::abort();
            break;
        }
        case 2: {
            const Bytes message = crypto::coseSign1(kKey, payload);
            const auto padded = custody::padMessage(message);
            const auto read = padded ? custody::verifyRecoverAnswer(*padded, signer)
                                     : tl::unexpected<Error>(padded.error());
            if (read && read->node == signer) mustBe(custody::signRecoverAnswer(*read, kKey), *padded);
            break;
        }
        case 3: {
            const Bytes message = crypto::coseSign1(kKey, payload);
            const auto read = rights::verifyTreeHead(message, signer);
            if (read) mustBe(rights::signTreeHead(*read, kKey), message);
            break;
        }
        default: {
            const Bytes message = crypto::coseSign1(kKey, payload);
            const auto read = rights::verifyWitness(message, signer);
            if (read) mustBe(rights::signWitness(*read, kKey), message);
        }
    }
    return 0;
}
