#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel::crypto {

/// AES-128 in counter mode as ISO/IEC 23001-7 clause 9.3 uses it. Encryption and decryption are the same act.
/// One object per key; `start` per sample, `apply` per protected range: the keystream continues over the
/// ranges, also within a block. Neither allocates. Move-only. Thread: one at a time.
class AesCtr {
public:
    /// `key` has 16 bytes, else code `bad_key_size`. The key schedule is wiped with the object.
    static Result<AesCtr> create(ByteView key);

    AesCtr(AesCtr&&) noexcept;
    AesCtr& operator=(AesCtr&&) noexcept;
    ~AesCtr();

    /// Begins a sample. 8 bytes: the IV, block counter from 0. 16 bytes: the whole first counter block, whose
    /// low 64 bits wrap without a carry into the high ones. Any other size ends the process: check sizes from
    /// files before.
    void start(std::span<const std::uint8_t> iv);

    /// Encrypts or decrypts the next bytes in place. `start` must have been called.
    void apply(MutableBytes inPlace);

    /// Of every `cryptBlocks + skipBlocks` blocks the first `cryptBlocks`; the skipped ones use no keystream
    /// (clauses 9.6 and 10.3). A last run that is shorter than `cryptBlocks` stays as it is. `cryptBlocks` 0
    /// means every whole block (clause 9.7).
    void applyPattern(MutableBytes inPlace, unsigned cryptBlocks, unsigned skipBlocks);

    /// Encrypts or decrypts `in` to `out`, which has room for as many bytes; equal or disjoint, never partly
    /// overlapping.
    void apply(ByteView in, std::uint8_t* out);

private:
    struct State;
    explicit AesCtr(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace keyreel::crypto
