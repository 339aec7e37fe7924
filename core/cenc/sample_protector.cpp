#include "core/cenc/sample_protector.h"

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

}  // namespace

struct SampleProtector::State {
    SubsamplePlanner planner;
    crypto::AesCtr cipher;
    IvSequence ivs;
    Bytes entries;
    Bytes sizes;
    std::uint64_t leftClear = 0;
};

SampleProtector::SampleProtector(std::unique_ptr<State> state) : m_state(std::move(state)) {}
SampleProtector::SampleProtector(SampleProtector&&) noexcept = default;
SampleProtector& SampleProtector::operator=(SampleProtector&&) noexcept = default;
SampleProtector::~SampleProtector() = default;

Result<SampleProtector> SampleProtector::create(const isobmff::TrackDescription& track, Scheme,
                                                const SecretBytes& key, IvSequence ivs) {
    if (key.size() != 16)
        return fail("key_size_invalid",
                    "A content key has 16 bytes, not " + std::to_string(key.size()) + ".");
    KEYREEL_TRY(SubsamplePlanner planner, SubsamplePlanner::create(track));
    KEYREEL_TRY(crypto::AesCtr cipher, crypto::AesCtr::create(key.view()));
    return SampleProtector(
        std::unique_ptr<State>(new State{std::move(planner), std::move(cipher), std::move(ivs), {}, {}, 0}));
}

Status SampleProtector::protect(MutableBytes sample) {
    State& state = *m_state;
    KEYREEL_TRY(const SubsampleMap map, state.planner.plan(sample));
    KEYREEL_TRY(const std::uint64_t iv, state.ivs.next());
    const std::array<std::uint8_t, kIvSize> bytes = ivBytes(iv);
    const std::size_t before = state.entries.size();
    state.cipher.start(bytes);
    append(state.entries, bytes);
    if (map.full()) {
        state.cipher.apply(sample);
    } else {
        appendU16(state.entries, static_cast<std::uint16_t>(map.entries().size()));
        std::size_t position = 0;
        for (const Subsample& part : map.entries()) {
            appendU16(state.entries, part.clearBytes);
            appendU16(state.entries, static_cast<std::uint16_t>(part.protectedBytes >> 16U));
            appendU16(state.entries, static_cast<std::uint16_t>(part.protectedBytes));
            position += part.clearBytes;
            if (part.protectedBytes > 0) state.cipher.apply(sample.subspan(position, part.protectedBytes));
            position += part.protectedBytes;
        }
    }
    state.sizes.push_back(static_cast<std::uint8_t>(state.entries.size() - before));
    state.leftClear += map.leftClear();
    return {};
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
