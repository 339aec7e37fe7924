#include "core/gateway/sha1.h"

#include <boost/uuid/detail/sha1.hpp>

namespace keyreel::gateway {

struct Sha1::State {
    boost::uuids::detail::sha1 hash;
};

Sha1::Sha1() : m_state(std::make_unique<State>()) {}
Sha1::Sha1(Sha1&&) noexcept = default;
Sha1& Sha1::operator=(Sha1&&) noexcept = default;
Sha1::~Sha1() = default;

void Sha1::update(ByteView data) {
    m_state->hash.process_bytes(data.data(), data.size());
}

std::array<std::uint8_t, 20> Sha1::finish() {
    boost::uuids::detail::sha1::digest_type words;
    m_state->hash.get_digest(words);
    std::array<std::uint8_t, 20> out{};
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<std::uint8_t>(words[i / 4] >> (24 - 8 * (i % 4)));
    return out;
}

}  // namespace keyreel::gateway
