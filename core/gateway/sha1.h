#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "core/base/bytes.h"

namespace keyreel::gateway {

/// SHA-1 (FIPS 180-4), here only because tus 1.0 demands it for its checksum extension: it guards against
/// damage on the way, never against people.
class Sha1 {
public:
    Sha1();
    Sha1(Sha1&&) noexcept;
    Sha1& operator=(Sha1&&) noexcept;
    ~Sha1();
    void update(ByteView data);
    std::array<std::uint8_t, 20> finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace keyreel::gateway
