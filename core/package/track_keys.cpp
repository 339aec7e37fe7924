#include "core/package/track_keys.h"

#include <algorithm>
#include <utility>

#include "core/base/byte_io.h"
#include "core/base/text.h"
#include "core/cenc/keyreel_pssh.h"
#include "core/cenc/protection_systems.h"
#include "core/crypto/random.h"

namespace keyreel::package {
namespace {

std::array<std::uint8_t, 16> blockOf(const Bytes& iv) {
    std::array<std::uint8_t, 16> out{};
    std::copy(iv.begin(), iv.end(), out.begin());
    return out;
}

tl::unexpected<Error> wrongIv(const std::string& label, cenc::Scheme scheme, std::size_t size) {
    return fail(
        "request_invalid",
        "The initialization vector of " + label + " has " + std::to_string(size) + " bytes, which scheme " +
            cenc::schemeName(scheme) + " does not take.",
        cenc::isCounterScheme(scheme) ? "Give 8 bytes, or leave it out." : "Give 16 bytes, or leave it out.");
}

tl::unexpected<Error> reused(const cenc::KeyId& keyId, const std::string& label) {
    return fail("iv_reused",
                "The initialization vector given for key id " + toUuid(keyId) + " would count for " + label +
                    " and for another track or period: samples under equal initialization vectors reveal "
                    "each other.",
                "Leave the initialization vector out, or give every track a key of its own.");
}

}  // namespace

tl::unexpected<Error> sameKeyTwice() {
    return fail("request_invalid", "Two key ids have the same key.", "Give every id a key of its own.");
}

Result<cenc::SampleIvs> TrackKeys::draw(const TrackKey& key, const std::string& label) {
    auto found = m_keys.find(key.keyId);
    if (found == m_keys.end()) {
        // The IVs are kept apart by key id: under two ids of one key they could meet.
        for (const auto& [id, known] : m_keys)
            if (known.key.equals(key.key.view())) return sameKeyTwice();
        KEYREEL_TRY(cenc::IvAllocator allocator, cenc::IvAllocator::create());
        found = m_keys.emplace(key.keyId, Known{key.key.clone(), std::move(allocator)}).first;
    } else if (!found->second.key.equals(key.key.view())) {
        return fail("request_invalid", "One key id was given with two different keys.",
                    "Give every key its own id.");
    }
    Known& known = found->second;
    const cenc::Scheme scheme = m_request.scheme;
    if (scheme == cenc::Scheme::Cbcs) {
        if (!key.iv.empty() && key.iv.size() != 16) return wrongIv(label, scheme, key.iv.size());
        return cenc::SampleIvs();
    }
    if (scheme == cenc::Scheme::Cbc1) {
        if (key.iv.empty()) return cenc::ChainedIvs{crypto::randomArray<16>()};
        if (key.iv.size() != 16) return wrongIv(label, scheme, key.iv.size());
        if (std::exchange(known.supplied, true)) return reused(key.keyId, label);
        return cenc::ChainedIvs{blockOf(key.iv)};
    }
    known.supplied |= !key.iv.empty();
    if (known.supplied && ++known.draws > 1) return reused(key.keyId, label);
    if (key.iv.empty()) {
        ++known.draws;
        KEYREEL_TRY(cenc::IvSequence ivs, known.ivs.draw());
        return ivs;
    }
    if (key.iv.size() != 8) return wrongIv(label, scheme, key.iv.size());
    ByteReader in(key.iv);
    return cenc::IvSequence::startingAt(in.u64());
}

Result<PeriodProtection> TrackKeys::period(const KeyQuery& query) {
    KEYREEL_TRY(TrackKey key, m_request.keyFor(query));
    if (key.key.size() != 16)
        return fail("request_invalid", "The key of " + query.label + " does not have 16 bytes.");
    if (key.keyId == cenc::KeyId{})
        return fail("request_invalid", "The key id of " + query.label + " is all zero.",
                    "Choose another id.");
    KEYREEL_TRY(cenc::SampleIvs ivs, draw(key, query.label));
    const auto constant = key.iv.size() == 16 ? blockOf(key.iv) : crypto::randomArray<16>();
    return PeriodProtection{
        cenc::Protection::of(m_request.scheme, key.keyId, query.video, m_request.pattern, constant),
        std::move(key.key),
        std::move(ivs),
        {}};
}

Result<std::vector<isobmff::Pssh>> TrackKeys::headers(const std::vector<PeriodProtection>& periods,
                                                      std::size_t first, std::size_t count) const {
    std::vector<cenc::HeaderKey> keys;
    for (std::size_t i = first; i < first + count; ++i) {
        const cenc::KeyId& id = periods[i].protection.keyId;
        const bool named = std::any_of(keys.begin(), keys.end(),
                                       [&](const cenc::HeaderKey& key) { return key.keyId == id; });
        if (!named) keys.push_back({id, &periods[i].key});
    }
    std::vector<isobmff::Pssh> out;
    if (m_request.protectionHeader)
        for (const cenc::HeaderKey& key : keys) {
            KEYREEL_TRY(isobmff::Pssh own, cenc::keyreelPssh(key.keyId, *m_request.protectionHeader));
            out.push_back(std::move(own));
        }
    const ProtectionSystems& systems = m_request.systems;
    if (systems.common) out.push_back(cenc::commonPssh(keys));
    if (systems.widevine) out.push_back(cenc::widevinePssh(keys, m_request.scheme));
    if (systems.playReady) {
        KEYREEL_TRY(isobmff::Pssh header, cenc::playReadyPssh(keys, m_request.scheme));
        out.push_back(std::move(header));
    }
    out.insert(out.end(), m_request.extraPssh.begin(), m_request.extraPssh.end());
    return out;
}

Result<TrackProtection> TrackKeys::open(KeyQuery query, std::size_t periods) {
    TrackProtection out;
    for (query.period = 0; query.period < periods; ++query.period) {
        KEYREEL_TRY(PeriodProtection next, period(query));
        out.periods.push_back(std::move(next));
    }
    KEYREEL_TRY(out.pssh, headers(out.periods, 0, periods));
    for (std::size_t i = 0; i < periods; ++i) {
        KEYREEL_TRY(out.periods[i].pssh, headers(out.periods, i, 1));
    }
    return out;
}

}  // namespace keyreel::package
