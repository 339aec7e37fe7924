#include "core/gateway/server_setup.h"

#include <charconv>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/crypto/random.h"

namespace keyreel::gateway {

namespace {

constexpr std::uint64_t kPemLimit = 256u << 10;
constexpr std::size_t kSecretSize = 32;
constexpr int kCertificateDays = 3650;

Result<SecretBytes> readSecret(const std::filesystem::path& path, std::uint64_t limit) {
    KEYREEL_TRY(const File file, File::openForReading(path));
    KEYREEL_TRY(const std::uint64_t size, file.size());
    if (size > limit) return fail("file_too_large", path.string() + " is too large for a key.");
    SecretBytes bytes(static_cast<std::size_t>(size));
    KEYREEL_CHECK(file.readAt(0, bytes.mutableView()));
    return bytes;
}

Result<crypto::PemIdentity> readIdentity(const std::filesystem::path& certificate,
                                         const std::filesystem::path& key) {
    crypto::PemIdentity identity;
    KEYREEL_TRY(const Bytes pem, readFile(certificate, kPemLimit));
    identity.certificate = std::string(asText(pem));
    KEYREEL_TRY(identity.privateKey, readSecret(key, kPemLimit));
    return identity;
}

bool isLoopback(const std::string& host) {
    return host.rfind("127.", 0) == 0 || host == "::1";
}

bool isWildcard(const std::string& host) {
    return host == "0.0.0.0" || host == "::";
}

std::string origin(const std::string& host, std::uint16_t port) {
    const std::string name = host.find(':') == std::string::npos ? host : "[" + host + "]";
    return "https://" + name + (port == 443 ? std::string() : ":" + std::to_string(port));
}

}  // namespace

Result<ListenAddress> ListenAddress::parse(std::string_view text) {
    const auto bad = [&] {
        return fail("bad_listen_address",
                    "\"" + std::string(text.substr(0, 100)) + "\" is no address to listen on.",
                    "Give an address and a port, for example 127.0.0.1:8443.");
    };
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) return bad();
    std::string_view host = text.substr(0, colon);
    const std::string_view port = text.substr(colon + 1);
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (bracketed) host = host.substr(1, host.size() - 2);
    if (host.empty() || (host.find(':') != std::string_view::npos && !bracketed)) return bad();
    ListenAddress out;
    out.host = host == "localhost" ? "127.0.0.1" : std::string(host);
    const auto [stop, error] = std::from_chars(port.data(), port.data() + port.size(), out.port);
    if (port.empty() || error != std::errc() || stop != port.data() + port.size()) return bad();
    return out;
}

std::string originOf(const std::string& listenHost, std::uint16_t port) {
    return origin(isWildcard(listenHost) ? "127.0.0.1" : listenHost, port);
}

std::vector<std::string> originsOf(const std::string& listenHost, std::uint16_t port) {
    std::vector<std::string> out = {originOf(listenHost, port)};
    if (isLoopback(listenHost) || isWildcard(listenHost)) out.push_back(origin("localhost", port));
    if (isWildcard(listenHost)) out.push_back(origin("::1", port));
    return out;
}

Result<SecretBytes> loadOrMakeSecret(const std::filesystem::path& path) {
    auto kept = readSecret(path, kSecretSize);
    if (kept) {
        if (kept->size() == kSecretSize) return kept;
        return fail("key_damaged", path.string() + " does not hold a key.", "Restore it from a copy.");
    }
    if (kept.error().code != "file_missing") return kept;
    SecretBytes made = crypto::randomSecret(kSecretSize);
    KEYREEL_CHECK(makePrivateFolder(path.parent_path()));
    KEYREEL_CHECK(writeFileAtomically(path, made.view()));
    return made;
}

Result<ServerCertificate> serverCertificate(const std::filesystem::path& folder,
                                            const std::string& listenHost,
                                            const std::filesystem::path& certificateFile,
                                            const std::filesystem::path& keyFile) {
    ServerCertificate out;
    if (certificateFile.empty() != keyFile.empty())
        return fail("certificate_invalid",
                    "A certificate and its private key are needed, only one was given.",
                    "Give both --tls-cert and --tls-key, or neither.");
    if (!certificateFile.empty()) {
        KEYREEL_TRY(out.identity, readIdentity(certificateFile, keyFile));
        return out;
    }
    const auto tls = folder / "tls";
    out.authorityFile = tls / "ca.pem";
    const auto namesFile = tls / "names";
    std::vector<std::string> addresses = {"127.0.0.1", "::1"};
    if (!isLoopback(listenHost) && !isWildcard(listenHost)) addresses.push_back(listenHost);
    std::string names;
    for (const std::string& address : addresses)
        names += address + "\n";
    // Written last, so it also tells that the other files are whole.
    const auto known = readFile(namesFile, kPemLimit);
    if (known && asText(*known) == names) {
        KEYREEL_TRY(out.identity, readIdentity(tls / "cert.pem", tls / "key.pem"));
        return out;
    }
    KEYREEL_TRY(const crypto::PemIdentity authority,
                crypto::makeAuthority("Keyreel local authority", kCertificateDays));
    KEYREEL_TRY(out.identity,
                crypto::makeServerCertificate(authority, {"localhost"}, addresses, kCertificateDays));
    KEYREEL_CHECK(makePrivateFolder(tls));
    KEYREEL_CHECK(writeFileAtomically(tls / "key.pem", out.identity.privateKey.view()));
    KEYREEL_CHECK(writeFileAtomically(tls / "cert.pem", asBytes(out.identity.certificate)));
    KEYREEL_CHECK(writeFileAtomically(out.authorityFile, asBytes(authority.certificate)));
    KEYREEL_CHECK(writeFileAtomically(namesFile, asBytes(names)));
    return out;
}

}  // namespace keyreel::gateway
