#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/package/key_plan.h"

namespace keyreel::package {

/// What a CPIX document says: keys by label and period, and headers to carry.
struct CpixDocument {
    std::vector<LabelledKey> keys;  ///< In the order of their crypto periods.
    std::vector<isobmff::Pssh> pssh;
    /// `commonEncryptionScheme` of the keys that state it.
    std::map<cenc::KeyId, cenc::Scheme> schemes;
};

/// Refuses a document whose keys are meant for another scheme. Code `cpix_scheme`.
Status checkScheme(const CpixDocument& document, cenc::Scheme scheme);

/// Reads content keys from a CPIX 2.3 document (DASH-IF) with keys in the clear (`pskc:PlainValue`). Usage
/// rules become labels: `intendedTrackType`, else AudioFilter as AUDIO and VideoFilter's pixel bounds as SD,
/// HD, UHD1 or UHD2; a key without a rule is for every track. Key periods sort by their index. An
/// `explicitIV` is the key's IV. DRMSystem's PSSH boxes are taken along. The document is parsed in locked
/// memory and never copied; entities and DTDs are not followed. Codes: file_*, `cpix_invalid` with the
/// element, `cpix_encrypted` for documents whose keys are encrypted to a recipient, `cpix_unsupported` for
/// rules that Keyreel cannot obey.
Result<CpixDocument> readCpix(const std::filesystem::path& file);
Result<CpixDocument> parseCpix(SecretBytes document);

/// The document that hands `keys` over, in locked memory: clear keys, one usage rule per label and period.
/// `pssh` goes to the DRM systems of every key.
Result<SecretBytes> writeCpix(std::span<const UsedKey> keys, cenc::Scheme scheme,
                              std::span<const isobmff::Pssh> pssh);

}  // namespace keyreel::package
