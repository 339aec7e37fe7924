#include "core/cenc/protection_systems.h"

#include <algorithm>
#include <string>

#include "core/base/text.h"
#include "core/cenc/keyreel_pssh.h"
#include "core/crypto/aes_cbc.h"

namespace keyreel::cenc {

namespace {

/// PlayReady writes a key id as a GUID: its first three fields are little-endian.
KeyId guidOf(const KeyId& keyId) {
    KeyId guid = keyId;
    std::swap(guid[0], guid[3]);
    std::swap(guid[1], guid[2]);
    std::swap(guid[4], guid[5]);
    std::swap(guid[6], guid[7]);
    return guid;
}

/// The first 8 bytes of the GUID encrypted with the content key (AES-ECB of one block).
Result<std::string> checkSum(const KeyId& guid, const SecretBytes& key) {
    KEYREEL_TRY(crypto::AesCbc cipher,
                crypto::AesCbc::create(key.view(), crypto::AesCbc::Direction::Encrypt));
    KeyId block = guid;
    cipher.start(std::array<std::uint8_t, 16>{});
    cipher.apply(block);
    return toBase64(ByteView(block).first(8));
}

void appendU16(Bytes& to, std::size_t value) {
    to.push_back(static_cast<std::uint8_t>(value));
    to.push_back(static_cast<std::uint8_t>(value >> 8U));
}

void appendVarint(Bytes& to, std::uint64_t value) {
    for (; value > 0x7f; value >>= 7U)
        to.push_back(static_cast<std::uint8_t>(value | 0x80U));
    to.push_back(static_cast<std::uint8_t>(value));
}

}  // namespace

isobmff::Pssh commonPssh(std::span<const HeaderKey> keys) {
    isobmff::Pssh out{kCommonSystemId, {}, {}};
    for (const HeaderKey& key : keys)
        out.keyIds.push_back(key.keyId);
    return out;
}

isobmff::Pssh widevinePssh(std::span<const HeaderKey> keys, Scheme scheme) {
    isobmff::Pssh out{kWidevineSystemId, {}, {}};
    for (const HeaderKey& key : keys) {
        out.data.push_back(2 << 3 | 2);  // key_ids
        appendVarint(out.data, key.keyId.size());
        append(out.data, key.keyId);
    }
    out.data.push_back(9 << 3 | 0);  // protection_scheme
    appendVarint(out.data, schemeCode(scheme));
    return out;
}

Result<std::string> playReadyHeader(std::span<const HeaderKey> keys, Scheme scheme) {
    if (scheme != Scheme::Cenc && scheme != Scheme::Cbcs)
        return fail("scheme_unsupported", std::string("PlayReady has no scheme ") + schemeName(scheme) + ".",
                    "Use cenc or cbcs, or leave PlayReady out.");
    const bool counter = scheme == Scheme::Cenc;
    std::string out =
        R"(<WRMHEADER xmlns="http://schemas.microsoft.com/DRM/2007/03/PlayReadyHeader" version=")";
    out += counter ? "4.2.0.0" : "4.3.0.0";
    out += "\"><DATA><PROTECTINFO><KIDS>";
    for (const HeaderKey& key : keys) {
        const KeyId guid = guidOf(key.keyId);
        out += std::string("<KID ALGID=\"") + (counter ? "AESCTR" : "AESCBC") + "\"";
        if (counter && key.key != nullptr) {
            KEYREEL_TRY(const std::string sum, checkSum(guid, *key.key));
            out += " CHECKSUM=\"" + sum + "\"";
        }
        out += " VALUE=\"" + toBase64(guid) + "\"></KID>";
    }
    return out + "</KIDS></PROTECTINFO></DATA></WRMHEADER>";
}

Result<Bytes> playReadyObject(std::span<const HeaderKey> keys, Scheme scheme) {
    KEYREEL_TRY(const std::string header, playReadyHeader(keys, scheme));
    const std::size_t record = header.size() * 2;
    if (record > 0xffff - 10)
        return fail("request_invalid",
                    "A PlayReady header cannot name " + std::to_string(keys.size()) + " keys.",
                    "Use fewer keys in one track.");
    Bytes out;
    appendU16(out, record + 10);
    appendU16(out, 0);
    appendU16(out, 1);
    appendU16(out, 1);
    appendU16(out, record);
    for (const char c : header)
        appendU16(out, static_cast<std::uint8_t>(c));
    return out;
}

Result<isobmff::Pssh> playReadyPssh(std::span<const HeaderKey> keys, Scheme scheme) {
    KEYREEL_TRY(Bytes object, playReadyObject(keys, scheme));
    return isobmff::Pssh{kPlayReadySystemId, {}, std::move(object)};
}

}  // namespace keyreel::cenc
