#include "core/gateway/message_signature.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/base/text.h"
#include "core/crypto/hash.h"
#include "core/crypto/random.h"

namespace keyreel::gateway {

namespace {

constexpr std::string_view kLabel = "keyreel";
constexpr std::string_view kComponents = R"(("@method" "@target-uri" "content-digest"))";
constexpr std::size_t kMaxFieldSize = 1024;
constexpr std::size_t kMaxNonceSize = 64;

tl::unexpected<Error> invalid(const std::string& why) {
    return fail("signature_invalid", "The request's signature is not valid: " + why + ".",
                "Sign the request with the device key of a registered device.");
}

/// `label=value`, the whole field: Keyreel's requests carry one signature.
std::optional<std::string_view> memberValue(std::string_view field) {
    if (field.size() > kMaxFieldSize || field.substr(0, kLabel.size()) != kLabel) return std::nullopt;
    field.remove_prefix(kLabel.size());
    if (field.empty() || field.front() != '=') return std::nullopt;
    return field.substr(1);
}

/// The text of `"..."` without escapes, cut off `rest`.
std::optional<std::string_view> takeString(std::string_view& rest) {
    if (rest.empty() || rest.front() != '"') return std::nullopt;
    const std::size_t end = rest.find('"', 1);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view text = rest.substr(1, end - 1);
    for (const char c : text)
        if (c < ' ' || c == '\\' || c == 0x7f) return std::nullopt;
    rest.remove_prefix(end + 1);
    return text;
}

std::optional<std::int64_t> takeInteger(std::string_view& rest) {
    std::int64_t number = 0;
    const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    const auto used = static_cast<std::size_t>(stop - rest.data());
    // RFC 9651 section 3.3.1: at most 15 digits; leading zeros would give two texts for one number.
    if (error != std::errc() || used > 15 || number < 0 || (used > 1 && rest.front() == '0'))
        return std::nullopt;
    rest.remove_prefix(used);
    return number;
}

Result<SignatureParameters> parseParameters(std::string_view value) {
    if (value.substr(0, kComponents.size()) != kComponents)
        return invalid("it does not cover method, target and digest in that order");
    std::string_view rest = value.substr(kComponents.size());
    SignatureParameters out;
    bool created = false;
    bool nonce = false;
    bool key = false;
    bool algorithm = false;
    const auto once = [](bool& seen) { return !std::exchange(seen, true); };
    while (!rest.empty()) {
        if (rest.front() != ';') return invalid("its parameters are malformed");
        rest.remove_prefix(1);
        const std::size_t equals = std::min(rest.find('='), rest.size());
        const std::string_view name = rest.substr(0, equals);
        rest.remove_prefix(std::min(equals + 1, rest.size()));
        if (name == "created") {
            const auto number = takeInteger(rest);
            if (!number || !once(created)) return invalid("its time is malformed");
            out.created = *number;
            continue;
        }
        const auto text = takeString(rest);
        if (!text) return invalid("its parameters are malformed");
        if (name == "nonce" && once(nonce)) {
            if (text->size() < 16 || text->size() > kMaxNonceSize)
                return invalid("its nonce is too short or too long");
            out.nonce = std::string(*text);
        } else if (name == "keyid" && once(key)) {
            const auto bytes = fromHexExact<32>(*text);
            if (!bytes) return invalid("its key id is not a device key");
            out.key = *bytes;
        } else if (name == "alg" && once(algorithm)) {
            if (*text != "ed25519") return invalid("its algorithm is not ed25519");
        } else {
            return invalid("it has a parameter that is unknown or given twice");
        }
    }
    if (!created || !nonce || !key) return invalid("it lacks its time, nonce or key id");
    return out;
}

std::string baseOf(const SignedMessage& message, std::string_view parameters) {
    return signatureBase({{"@method", message.method},
                          {"@target-uri", message.targetUri},
                          {"content-digest", std::string(message.fields.value("Content-Digest"))}},
                         parameters);
}

std::string byteSequence(ByteView bytes) {
    return ":" + toBase64(bytes) + ":";
}

}  // namespace

RequestSigner RequestSigner::of(std::shared_ptr<const crypto::SigningKey> key) {
    RequestSigner signer;
    signer.publicKey = key->publicKey();
    signer.sign = [key = std::move(key)](ByteView message) -> Result<Bytes> {
        return toBytes(key->sign(message));
    };
    return signer;
}

std::string contentDigest(ByteView body) {
    return "sha-256=" + byteSequence(crypto::sha256(body));
}

std::string signatureBase(const std::vector<SignatureComponent>& components, std::string_view parameters) {
    std::string base;
    for (const SignatureComponent& component : components)
        base += "\"" + component.name + "\": " + component.value + "\n";
    return base + "\"@signature-params\": " + std::string(parameters);
}

Status signRequest(SignedMessage& message, ByteView body, const RequestSigner& signer, std::int64_t now) {
    message.fields.set("Content-Digest", contentDigest(body));
    const std::string parameters = std::string(kComponents) + ";created=" + std::to_string(now) +
                                   ";nonce=\"" + toBase64Url(crypto::randomBytes(16)) + "\";keyid=\"" +
                                   toHex(signer.publicKey) + "\";alg=\"ed25519\"";
    KEYREEL_TRY(const Bytes signature, signer.sign(asBytes(baseOf(message, parameters))));
    message.fields.set("Signature-Input", std::string(kLabel) + "=" + parameters);
    message.fields.set("Signature", std::string(kLabel) + "=" + byteSequence(signature));
    return {};
}

Result<SignatureParameters> verifyRequestSignature(const SignedMessage& message) {
    const HttpFields& fields = message.fields;
    if (fields.count("Signature") == 0 || fields.count("Signature-Input") == 0 ||
        fields.count("Content-Digest") == 0)
        return fail("signature_missing", "The request is not signed.",
                    "Sign the request with the device key of a registered device.");
    if (fields.count("Signature") != 1 || fields.count("Signature-Input") != 1 ||
        fields.count("Content-Digest") != 1)
        return invalid("a signature field is given twice");
    const auto input = memberValue(fields.value("Signature-Input"));
    const auto signatureText = memberValue(fields.value("Signature"));
    if (!input || !signatureText) return invalid("its label is not \"" + std::string(kLabel) + "\"");
    KEYREEL_TRY(SignatureParameters parameters, parseParameters(*input));
    if (signatureText->size() < 2 || signatureText->front() != ':' || signatureText->back() != ':')
        return invalid("it is no byte sequence");
    const auto signature = fromBase64(signatureText->substr(1, signatureText->size() - 2));
    if (!signature || signature->size() != 64) return invalid("it is not 64 bytes");
    if (!crypto::verify(parameters.key, asBytes(baseOf(message, *input)), *signature))
        return invalid("it does not match the request");
    return parameters;
}

bool digestMatches(const HttpFields& fields, ByteView sha256) {
    return fields.value("Content-Digest") == "sha-256=" + byteSequence(sha256);
}

}  // namespace keyreel::gateway
