#include "core/cenc/sample_protector.h"

#include <algorithm>
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

/// Sections 10.1 and 10.3: each sample has an IV of its own, its key stream goes on over the protected
/// ranges.
struct CtrProtection {
    crypto::AesCtr cipher;
    IvSequence ivs;
    bool patterned = false;
    Pattern pattern{};

    Status begin(Bytes& entries) {
        KEYREEL_TRY(const std::uint64_t iv, ivs.next());
        const std::array<std::uint8_t, kIvSize> bytes = ivBytes(iv);
        cipher.start(bytes);
        append(entries, bytes);
        return {};
    }
    void apply(MutableBytes range) {
        if (patterned)
            cipher.applyPattern(range, pattern.crypt, pattern.skip);
        else
            cipher.apply(range);
    }
    void end() {}
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
    void end() {}
};

/// Section 10.2: one chain per sample, which goes on over the protected ranges.
struct ChainProtection {
    crypto::AesCbc cipher;
    std::array<std::uint8_t, 16> iv;
    bool ciphered = false;

    Status begin(Bytes& entries) {
        cipher.start(iv);
        append(entries, iv);
        ciphered = false;
        return {};
    }
    void apply(MutableBytes range) {
        cipher.apply(range);
        const std::size_t whole = range.size() / iv.size() * iv.size();
        if (whole == 0) return;
        std::copy_n(range.begin() + static_cast<std::ptrdiff_t>(whole - iv.size()), iv.size(), iv.begin());
        ciphered = true;
    }
    void end() {
        for (std::size_t i = iv.size(); !ciphered && i-- > 0;)
            if (++iv[i] != 0) break;
    }
};

using AnyProtection = std::variant<CtrProtection, CbcProtection, ChainProtection>;

tl::unexpected<Error> wrongScheme(Scheme scheme) {
    return fail("scheme_unsupported",
                std::string("Scheme ") + schemeName(scheme) + " does not take its IVs this way.");
}

Result<AnyProtection> protectionFor(const Protection& protection, const SecretBytes& key, SampleIvs ivs) {
    if (key.size() != 16)
        return fail("key_size_invalid",
                    "A content key has 16 bytes, not " + std::to_string(key.size()) + ".");
    if (isCounterScheme(protection.scheme)) {
        auto* sequence = std::get_if<IvSequence>(&ivs);
        if (sequence == nullptr) return wrongScheme(protection.scheme);
        KEYREEL_TRY(crypto::AesCtr cipher, crypto::AesCtr::create(key.view()));
        return CtrProtection{std::move(cipher), std::move(*sequence), isPatternScheme(protection.scheme),
                             protection.pattern};
    }
    KEYREEL_TRY(crypto::AesCbc cipher,
                crypto::AesCbc::create(key.view(), crypto::AesCbc::Direction::Encrypt));
    if (protection.scheme == Scheme::Cbc1) {
        const auto* chained = std::get_if<ChainedIvs>(&ivs);
        if (chained == nullptr) return wrongScheme(protection.scheme);
        return ChainProtection{std::move(cipher), chained->first};
    }
    if (!std::holds_alternative<std::monostate>(ivs)) return wrongScheme(protection.scheme);
    return CbcProtection{std::move(cipher), protection.pattern, protection.constantIv};
}

}  // namespace

struct SampleProtector::State {
    SubsamplePlanner planner;
    AnyProtection protection;
    Bytes entries;
    Bytes sizes;
    std::uint64_t leftClear = 0;
    Scheme scheme = Scheme::Cenc;

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
        cipher.end();
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
    return create(track, Protection::of(scheme, {}, track.handler == isobmff::Handler::Video), key,
                  std::move(ivs));
}

Result<SampleProtector> SampleProtector::create(const isobmff::TrackDescription& track,
                                                const Protection& protection, const SecretBytes& key,
                                                SampleIvs ivs) {
    KEYREEL_TRY(AnyProtection ciphers, protectionFor(protection, key, std::move(ivs)));
    KEYREEL_TRY(SubsamplePlanner planner, SubsamplePlanner::create(track, protection.scheme));
    return SampleProtector(std::unique_ptr<State>(
        new State{std::move(planner), std::move(ciphers), {}, {}, 0, protection.scheme}));
}

Status SampleProtector::rekey(const Protection& protection, const SecretBytes& key, SampleIvs ivs) {
    if (protection.scheme != m_state->scheme) return wrongScheme(protection.scheme);
    KEYREEL_TRY(m_state->protection, protectionFor(protection, key, std::move(ivs)));
    return {};
}

Status SampleProtector::pass(ByteView sample) {
    // Parameter sets in the stream count also where nothing is protected.
    KEYREEL_CHECK(m_state->planner.plan(sample));
    return {};
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
