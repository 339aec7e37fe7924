#include "core/crypto/suites.h"

#include <openssl/crypto.h>
#include <openssl/err.h>

#include "core/crypto/openssl_handles.h"

namespace keyreel::crypto {

namespace {

/// Asked of the library that runs, not of the headers of the build: a Debian upgrade brings the suite along.
bool hasKeys(const char* algorithm) {
    const PkeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, algorithm, nullptr));
    const bool has = context != nullptr && EVP_PKEY_keygen_init(context.get()) == 1;
    if (!has) ERR_clear_error();
    return has;
}

bool hasHybrid() {
    static const bool has = hasKeys("ML-KEM-768") && hasKeys("ML-DSA-65");
    return has;
}

}  // namespace

bool hasSuite(Suite suite) {
    return suite == kSuiteClassic || (suite == kSuiteHybrid && hasHybrid());
}

Status requireSuite(Suite suite) {
    if (!isSuite(suite))
        return fail("suite_unknown", "This program knows no suite " + std::to_string(suite) + ".",
                    "Update Keyreel.");
    if (!hasSuite(suite))
        return fail("suite_unavailable",
                    "Suite " + std::to_string(suite) +
                        " (X-Wing, ML-DSA-65) needs OpenSSL 3.5; this computer has " + cryptoLibrary() + ".",
                    "Use a system with OpenSSL 3.5 or later, for example Debian 13.");
    return {};
}

std::string cryptoLibrary() {
    return std::string("OpenSSL ") + OpenSSL_version(OPENSSL_VERSION_STRING);
}

std::string describeSuites() {
    std::string text = "1 (X25519, Ed25519)";
    if (hasSuite(kSuiteHybrid)) text += ", 2 (X-Wing, ML-DSA-65)";
    return text + "; " + cryptoLibrary() + (hasSuite(kSuiteHybrid) ? "" : " has no suite 2");
}

}  // namespace keyreel::crypto
