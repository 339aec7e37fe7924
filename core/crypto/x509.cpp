#include "core/crypto/x509.h"

#include <arpa/inet.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <optional>

#include "core/crypto/openssl_handles.h"
#include "core/crypto/random.h"

namespace keyreel::crypto {

namespace {

using Certificate = std::unique_ptr<X509, OpensslDeleter<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, OpensslDeleter<X509_EXTENSION_free>>;
using Serial = std::unique_ptr<BIGNUM, OpensslDeleter<BN_free>>;

struct BioDeleter {
    void operator()(BIO* bio) const { BIO_free_all(bio); }
};
using Bio = std::unique_ptr<BIO, BioDeleter>;

constexpr long kVersion3 = 2;
constexpr int kLongestValidity = 3650;
/// A clock that is a little behind must still find a new certificate valid.
constexpr long kBackdateSeconds = 3600;

tl::unexpected<Error> failed(const std::string& what) {
    return fail("crypto_failed", what, "Check the installation of OpenSSL.");
}

Status checkDays(int days) {
    if (days >= 1 && days <= kLongestValidity) return {};
    return fail("bad_days",
                "A certificate cannot be valid for " + std::to_string(days) + " days (1 to 3650).");
}

bool isDnsName(const std::string& name) {
    if (name.empty() || name.size() > 253 || name.front() == '.' || name.back() == '.') return false;
    std::size_t label = 0;
    char previous = '.';
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && c != '-' && c != '.') return false;
        if ((c == '-' || c == '.') && previous == '.') return false;
        if (c == '.' && previous == '-') return false;
        label = c == '.' ? 0 : label + 1;
        if (label > 63) return false;
        previous = c;
    }
    return previous != '-';
}

bool isIpAddress(const std::string& address) {
    std::array<unsigned char, 16> ignored{};
    return inet_pton(AF_INET, address.c_str(), ignored.data()) == 1 ||
           inet_pton(AF_INET6, address.c_str(), ignored.data()) == 1;
}

Status setSerial(X509* certificate) {
    Bytes bytes = randomBytes(16);
    bytes.front() = static_cast<std::uint8_t>((bytes.front() & 0x7FU) | 0x40U);  // positive, never short
    const Serial serial(BN_bin2bn(bytes.data(), intSize(bytes.size()), nullptr));
    if (serial == nullptr || BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate)) == nullptr)
        return failed("The serial number of the certificate could not be set.");
    return {};
}

Status addExtension(X509* certificate, X509* issuer, int nid, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    if (extension == nullptr || X509_add_ext(certificate, extension.get(), -1) != 1)
        return failed("The certificate extension " + std::string(OBJ_nid2sn(nid)) + " could not be set.");
    return {};
}

Status setName(X509_NAME* name, const std::string& commonName) {
    if (X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, dataOf(asBytes(commonName)),
                                   intSize(commonName.size()), -1, 0) != 1)
        return fail("bad_name", "\"" + commonName + "\" cannot be the name of a certificate.");
    return {};
}

Result<Certificate> newCertificate(const Pkey& key, int days) {
    Certificate certificate(X509_new());
    if (certificate == nullptr || X509_set_version(certificate.get(), kVersion3) != 1 ||
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kBackdateSeconds) == nullptr ||
        X509_time_adj_ex(X509_getm_notAfter(certificate.get()), days, 0, nullptr) == nullptr ||
        X509_set_pubkey(certificate.get(), key.get()) != 1)
        return failed("The certificate could not be made.");
    KEYREEL_CHECK(setSerial(certificate.get()));
    return certificate;
}

Result<Bytes> bytesOf(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    if (size <= 0 || data == nullptr) return failed("The certificate could not be written.");
    return toBytes(std::string_view(data, static_cast<std::size_t>(size)));
}

Result<SecretBytes> pemOf(EVP_PKEY* key) {
    const Bio bio(BIO_new(BIO_s_secmem()));
    if (bio == nullptr ||
        PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return failed("The private key could not be written.");
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    if (size <= 0 || data == nullptr) return failed("The private key could not be written.");
    return SecretBytes::copyOf(asBytes(std::string_view(data, static_cast<std::size_t>(size))));
}

Result<PemIdentity> signedIdentity(X509* certificate, const Pkey& own, const Pkey& issuer) {
    if (X509_sign(certificate, issuer.get(), EVP_sha256()) == 0)
        return failed("The certificate could not be signed.");
    const Bio bio(BIO_new(BIO_s_mem()));
    if (bio == nullptr || PEM_write_bio_X509(bio.get(), certificate) != 1)
        return failed("The certificate could not be written.");
    KEYREEL_TRY(const Bytes pem, bytesOf(bio.get()));
    KEYREEL_TRY(SecretBytes privateKey, pemOf(own.get()));
    return PemIdentity{std::string(asText(pem)), std::move(privateKey)};
}

struct Authority {
    Certificate certificate;
    Pkey key;
};

Result<Authority> readAuthority(const PemIdentity& pem) {
    const auto bad = [](const std::string& why) {
        return fail("bad_authority", "The certificate authority cannot be used: " + why + ".",
                    "Remove the network's data folder to make a new one.");
    };
    const Bio certificateBio(BIO_new_mem_buf(pem.certificate.data(), intSize(pem.certificate.size())));
    const Bio keyBio(BIO_new_mem_buf(pem.privateKey.view().data(), intSize(pem.privateKey.size())));
    if (certificateBio == nullptr || keyBio == nullptr) return bad("it is empty");
    Authority out{Certificate(PEM_read_bio_X509(certificateBio.get(), nullptr, nullptr, nullptr)),
                  Pkey(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, nullptr, nullptr))};
    if (out.certificate == nullptr || out.key == nullptr) return bad("it is damaged");
    if (X509_check_private_key(out.certificate.get(), out.key.get()) != 1)
        return bad("its key belongs to another certificate");
    if (X509_check_ca(out.certificate.get()) != 1) return bad("its certificate is not one of an authority");
    if (X509_cmp_current_time(X509_get0_notAfter(out.certificate.get())) <= 0) return bad("it has expired");
    return out;
}

Result<std::string> subjectAltName(const std::vector<std::string>& dnsNames,
                                   const std::vector<std::string>& ipAddresses) {
    std::string out;
    // The values go into OpenSSL's configuration syntax; both checks leave no character in that has a meaning
    // there.
    for (const std::string& name : dnsNames) {
        if (!isDnsName(name)) return fail("bad_name", "\"" + name + "\" is not a host name.");
        out += (out.empty() ? "DNS:" : ",DNS:") + name;
    }
    for (const std::string& address : ipAddresses) {
        if (!isIpAddress(address)) return fail("bad_address", "\"" + address + "\" is not an IP address.");
        out += (out.empty() ? "IP:" : ",IP:") + address;
    }
    if (out.empty())
        return fail("bad_name", "A server certificate needs at least one host name or IP address.");
    return out;
}

Pkey newKey() {
    const char* const curve = "P-256";
    return Pkey(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", curve));
}

}  // namespace

Result<PemIdentity> makeAuthority(const std::string& commonName, int days) {
    KEYREEL_CHECK(checkDays(days));
    if (commonName.empty() || commonName.size() > 64)
        return fail("bad_name", "The name of an authority has 1 to 64 bytes.");
    const Pkey key = newKey();
    if (key == nullptr) return failed("No P-256 key could be made.");
    KEYREEL_TRY(const Certificate certificate, newCertificate(key, days));
    X509* raw = certificate.get();
    KEYREEL_CHECK(setName(X509_get_subject_name(raw), commonName));
    if (X509_set_issuer_name(raw, X509_get_subject_name(raw)) != 1)
        return failed("The issuer of the certificate could not be set.");
    KEYREEL_CHECK(addExtension(raw, raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0"));
    KEYREEL_CHECK(addExtension(raw, raw, NID_key_usage, "critical,keyCertSign"));
    KEYREEL_CHECK(addExtension(raw, raw, NID_subject_key_identifier, "hash"));
    KEYREEL_CHECK(addExtension(
        raw, raw, NID_name_constraints,
        "critical,permitted;DNS:localhost,permitted;DNS:local,permitted;DNS:internal,permitted;DNS:test,"
        "permitted;IP:127.0.0.0/255.0.0.0,permitted;IP:10.0.0.0/255.0.0.0,permitted;IP:172.16.0.0/"
        "255.240.0.0,"
        "permitted;IP:192.168.0.0/255.255.0.0,permitted;IP:169.254.0.0/255.255.0.0,"
        "permitted;IP:::1/FFFF:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF,permitted;IP:FC00::/FE00::,"
        "permitted;IP:FE80::/FFC0::"));
    return signedIdentity(raw, key, key);
}

Result<PemIdentity> makeServerCertificate(const PemIdentity& authority,
                                          const std::vector<std::string>& dnsNames,
                                          const std::vector<std::string>& ipAddresses, int days) {
    KEYREEL_CHECK(checkDays(days));
    KEYREEL_TRY(const std::string names, subjectAltName(dnsNames, ipAddresses));
    KEYREEL_TRY(const Authority issuer, readAuthority(authority));
    const Pkey key = newKey();
    if (key == nullptr) return failed("No P-256 key could be made.");
    KEYREEL_TRY(const Certificate certificate, newCertificate(key, days));
    X509* raw = certificate.get();
    X509* issuerRaw = issuer.certificate.get();
    const ASN1_TIME* end = X509_get0_notAfter(issuerRaw);
    if (ASN1_TIME_compare(X509_get0_notAfter(raw), end) > 0 && X509_set1_notAfter(raw, end) != 1)
        return failed("The validity of the certificate could not be set.");
    // The names stand in subjectAltName, where RFC 9525 wants them; the subject stays empty, so that
    // extension is critical.
    if (X509_set_issuer_name(raw, X509_get_subject_name(issuerRaw)) != 1)
        return failed("The issuer of the certificate could not be set.");
    KEYREEL_CHECK(addExtension(raw, issuerRaw, NID_basic_constraints, "critical,CA:FALSE"));
    KEYREEL_CHECK(addExtension(raw, issuerRaw, NID_key_usage, "critical,digitalSignature"));
    KEYREEL_CHECK(addExtension(raw, issuerRaw, NID_ext_key_usage, "serverAuth"));
    KEYREEL_CHECK(addExtension(raw, issuerRaw, NID_subject_key_identifier, "hash"));
    KEYREEL_CHECK(addExtension(raw, issuerRaw, NID_authority_key_identifier, "keyid:always"));
    KEYREEL_CHECK(addExtension(raw, issuerRaw, NID_subject_alt_name, "critical," + names));
    return signedIdentity(raw, key, issuer.key);
}

}  // namespace keyreel::crypto
