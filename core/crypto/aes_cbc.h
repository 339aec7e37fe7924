#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel::crypto {

/// AES-128 in cipher block chaining mode without padding, as ISO/IEC 23001-7 clauses 9.3, 9.6 and 9.7 use it.
/// One object per key and direction; `start` sets the chain's IV, `apply` continues the chain. Neither
/// allocates. Move-only. Thread: one at a time.
class AesCbc {
public:
    enum class Direction { Encrypt = 1, Decrypt };

    /// `key` has 16 bytes, else code `bad_key_size`. The key schedule is wiped with the object.
    static Result<AesCbc> create(ByteView key, Direction direction);

    AesCbc(AesCbc&&) noexcept;
    AesCbc& operator=(AesCbc&&) noexcept;
    ~AesCbc();

    /// Begins a chain.
    void start(std::span<const std::uint8_t, 16> iv);

    /// Every whole block of `inPlace`; the 0 to 15 bytes behind the last one stay as they are. `start` must
    /// have been called.
    void apply(MutableBytes inPlace);

    /// Of every `cryptBlocks + skipBlocks` blocks the first `cryptBlocks`, as one chain over the skipped ones
    /// (clause 9.6). A last run that is shorter than `cryptBlocks` stays as it is. `cryptBlocks` 0 means
    /// every block. Short runs are gathered on the stack, so that OpenSSL is called once for many.
    void applyPattern(MutableBytes inPlace, unsigned cryptBlocks, unsigned skipBlocks);

private:
    struct State;
    explicit AesCbc(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace keyreel::crypto
