#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/x509.h"

namespace keyreel::gateway {

/// Where a server listens.
struct ListenAddress {
    std::string host = "127.0.0.1";  ///< An address, IPv6 without brackets.
    std::uint16_t port = 0;

    /// "127.0.0.1:8443", "[::1]:0". Code `bad_listen_address`.
    static Result<ListenAddress> parse(std::string_view text);
};

/// `https://host:port` under which a server with this address is reached from its own machine.
std::string originOf(const std::string& listenHost, std::uint16_t port);
/// The same and its other local names ("localhost" for loopback addresses).
std::vector<std::string> originsOf(const std::string& listenHost, std::uint16_t port);

/// 32 secret bytes of a file, mode 0600, made at the first call. Codes: `key_damaged`, those of File.
Result<SecretBytes> loadOrMakeSecret(const std::filesystem::path& path);

/// How a server shows itself, and the certificate by which clients may trust it.
struct ServerCertificate {
    crypto::PemIdentity identity;
    std::filesystem::path authorityFile;  ///< Empty when the certificate was given.
};

/// The given certificate and key (both or none), or a local one: made at the first start under an authority
/// of its own whose key is dropped at once, kept in `folder`/tls, made again when the address changes. Codes:
/// `certificate_invalid` (only one of the two given, unreadable), those of crypto and files.
Result<ServerCertificate> serverCertificate(const std::filesystem::path& folder,
                                            const std::string& listenHost,
                                            const std::filesystem::path& certificateFile,
                                            const std::filesystem::path& keyFile);

}  // namespace keyreel::gateway
