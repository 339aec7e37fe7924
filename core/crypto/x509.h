#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace keyreel::crypto {

/// A certificate (PEM) and its private key (PEM, PKCS #8, unencrypted).
struct PemIdentity {
    std::string certificate;
    SecretBytes privateKey;

    [[nodiscard]] PemIdentity clone() const { return {certificate, privateKey.clone()}; }
};

/// A self-signed ECDSA P-256 authority for a private network: CA, path length 0, may sign certificates only,
/// and only for loopback and private addresses and the names localhost, *.local, *.internal and *.test
/// (critical name constraints, RFC 5280 section 4.2.1.10), so that a stolen one is of no use for other sites.
/// `commonName` 1 to 64 bytes, `days` 1 to 3650. Codes `bad_name`, `bad_days`, `crypto_failed`. Thread: any.
Result<PemIdentity> makeAuthority(const std::string& commonName, int days);

/// An ECDSA P-256 server certificate signed by `authority`, with every name and address in subjectAltName and
/// key usage digitalSignature + serverAuth. At least one name or address; addresses in text form (127.0.0.1,
/// ::1). The validity never exceeds that of the authority. The result holds the server certificate only,
/// without the authority's. Codes `bad_name`, `bad_address`, `bad_days`, `bad_authority`, `crypto_failed`.
Result<PemIdentity> makeServerCertificate(const PemIdentity& authority,
                                          const std::vector<std::string>& dnsNames,
                                          const std::vector<std::string>& ipAddresses, int days);

}  // namespace keyreel::crypto
