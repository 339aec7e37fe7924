#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/gateway/http.h"

namespace keyreel::gateway {

/// Signs with a device key that stays where it is (keyring, locked memory): only messages and signatures
/// pass.
struct RequestSigner {
    crypto::PublicKey publicKey{};
    std::function<Result<Bytes>(ByteView message)> sign;  ///< 64 bytes, RFC 8032.

    static RequestSigner of(std::shared_ptr<const crypto::SigningKey> key);
};

/// The request as RFC 9421 sees it.
struct SignedMessage {
    std::string method;
    std::string targetUri;  ///< Absolute, as the client addressed it (section 2.2.2).
    HttpFields fields;
};

/// `sha-256=:...:` (RFC 9530 section 2) of the whole body.
std::string contentDigest(ByteView body);

/// The parameters that Keyreel signs with; the covered components are always "@method" "@target-uri"
/// "content-digest", in that order.
struct SignatureParameters {
    std::int64_t created = 0;
    std::string nonce;  ///< 16 random bytes, base64url.
    crypto::PublicKey key{};
};

/// Adds Content-Digest, Signature-Input and Signature (label `keyreel`, alg ed25519, keyid = hex of the
/// device key).
Status signRequest(SignedMessage& message, ByteView body, const RequestSigner& signer, std::int64_t now);

/// Checks form and signature of the one signature that the message must carry and returns its parameters.
/// Time, nonce and the standing of the key are the caller's to judge. Codes: `signature_missing`,
/// `signature_invalid`.
Result<SignatureParameters> verifyRequestSignature(const SignedMessage& message);

/// True when the message's Content-Digest carries this sha-256.
bool digestMatches(const HttpFields& fields, ByteView sha256);

/// A component of RFC 9421 section 2: `name` with its serialized parameters and the canonical value.
struct SignatureComponent {
    std::string name;
    std::string value;
};

/// The signature base of RFC 9421 section 2.5; `parameters` is the serialized inner list with its parameters.
std::string signatureBase(const std::vector<SignatureComponent>& components, std::string_view parameters);

}  // namespace keyreel::gateway
