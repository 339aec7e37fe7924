#include "core/cenc/sample_protector.h"

#include <variant>

#include "core/crypto/aes_cbc.h"
#include "core/crypto/aes_ctr.h"

namespace keyreel::cenc {

namespace {

constexpr std::size_t kIvSize = 8;

std::array<std::uint8_t, kIvSize> ivBytes(std::uint64_t iv) {
    std::array<std::uint8_t, kIvSize> bytes{};
    for (std::size_t i = 0; i < kIvSize; ++i)
        bytes[i] = static_cast<std::uint8_t>(iv >> (56 - 8 * i));
    return bytes;
}

void appendU16(Bytes& to, std::uint16_t value) {
    to.push_back(static_cast<std::uint8_t>(value >> 8U));
    to.push_back(static_cast<std::uint8_t>(value));
}

void appendPart(Bytes& to, const Subsample& part) {
    appendU16(to, part.clearBytes);
    appendU16(to, static_cast<std::uint16_t>(part.protectedBytes >> 16U));
    appendU16(to, static_cast<std::uint16_t>(part.protectedBytes));
}

/// Section 10.1: each sample has an IV of its own, its key stream goes on over the protected ranges.
struct CtrProtection {
    crypto::AesCtr cipher;
    IvSequence ivs;

    Status begin(Bytes& entries) {
        KEYREEL_TRY(const std::uint64_t iv, ivs.next());
        const std::array<std::uint8_t, kIvSize> bytes = ivBytes(iv);
        cipher.start(bytes);
        append(entries, bytes);
        return {};
    }
    void apply(MutableBytes range) { cipher.apply(range); }
};

/// Section 10.4: every protected range is a chain of its own that starts with the constant IV.
struct CbcProtection {
    crypto::AesCbc cipher;
    Pattern pattern;
    std::array<std::uint8_t, 16> iv;

    static Status begin(Bytes&) { return {}; }
    void apply(MutableBytes range) {
        cipher.start(iv);
        cipher.applyPattern(range, pattern.crypt, pattern.skip);
    }
};

Status checkKey(const SecretBytes& key) {
    if (key.size() == 16) return {};
    return fail("key_size_invalid", "A content key has 16 bytes, not " + std::to_string(key.size()) + ".");
}

tl::unexpected<Error> wrongScheme(Scheme scheme) {
    return fail("scheme_unsupported",
                std::string("Scheme ") + schemeName(scheme) + " does not take its IVs this way.");
}

}  // namespace

struct SampleProtector::State {
    SubsamplePlanner planner;
    std::variant<CtrProtection, CbcProtection> protection;
    Bytes entries;
    Bytes sizes;
    std::uint64_t leftClear = 0;

    template <class Cipher>
    Status protect(Cipher& cipher, const SubsampleMap& map, MutableBytes sample) {
        const std::size_t before = entries.size();
        KEYREEL_CHECK(cipher.begin(entries));
        if (map.full()) {
            cipher.apply(sample);
        } else {
            appendU16(entries, static_cast<std::uint16_t>(map.entries().size()));
            std::size_t position = 0;
            for (const Subsample& part : map.entries()) {
                appendPart(entries, part);
                position += part.clearBytes;
                if (part.protectedBytes > 0) cipher.apply(sample.subspan(position, part.protectedBytes));
                position += part.protectedBytes;
            }
        }
        sizes.push_back(static_cast<std::uint8_t>(entries.size() - before));
        leftClear += map.leftClear();
        return {};
    }
};

SampleProtector::SampleProtector(std::unique_ptr<State> state) : m_state(std::move(state)) {}
SampleProtector::SampleProtector(SampleProtector&&) noexcept = default;
SampleProtector& SampleProtector::operator=(SampleProtector&&) noexcept = default;
SampleProtector::~SampleProtector() = default;

Result<SampleProtector> SampleProtector::create(const isobmff::TrackDescription& track, Scheme scheme,
                                                const SecretBytes& key, IvSequence ivs) {
    KEYREEL_CHECK(checkKey(key));
    if (scheme != Scheme::Cenc) return wrongScheme(scheme);
    KEYREEL_TRY(SubsamplePlanner planner, SubsamplePlanner::create(track));
    KEYREEL_TRY(crypto::AesCtr cipher, crypto::AesCtr::create(key.view()));
    return SampleProtector(std::unique_ptr<State>(
        new State{std::move(planner), CtrProtection{std::move(cipher), std::move(ivs)}, {}, {}, 0}));
}

Result<SampleProtector> SampleProtector::create(const isobmff::TrackDescription& track,
                                                const Protection& protection, const SecretBytes& key) {
    KEYREEL_CHECK(checkKey(key));
    if (protection.scheme != Scheme::Cbcs) return wrongScheme(protection.scheme);
    KEYREEL_TRY(SubsamplePlanner planner, SubsamplePlanner::create(track, Scheme::Cbcs));
    KEYREEL_TRY(crypto::AesCbc cipher,
                crypto::AesCbc::create(key.view(), crypto::AesCbc::Direction::Encrypt));
    return SampleProtector(std::unique_ptr<State>(
        new State{std::move(planner),
                  CbcProtection{std::move(cipher), protection.pattern, protection.constantIv},
                  {},
                  {},
                  0}));
}

Status SampleProtector::protect(MutableBytes sample) {
    State& state = *m_state;
    KEYREEL_TRY(const SubsampleMap map, state.planner.plan(sample));
    return std::visit([&](auto& protection) { return state.protect(protection, map, sample); },
                      state.protection);
}

isobmff::AuxInfo SampleProtector::aux() const {
    return {m_state->entries, m_state->sizes, m_state->planner.usesSubsamples()};
}

void SampleProtector::clearAux() {
    m_state->entries.clear();
    m_state->sizes.clear();
}

std::uint64_t SampleProtector::leftClear() const {
    return m_state->leftClear;
}

}  // namespace keyreel::cenc
