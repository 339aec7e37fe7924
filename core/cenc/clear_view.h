#pragma once

#include <cstdint>
#include <memory>

#include "core/base/byte_source.h"
#include "core/base/result.h"
#include "core/cenc/key_ring.h"

namespace keyreel::cenc {

/// A protected ISO base media file seen as the clear one of the same size: no offset moves. `encv`/`enca`
/// bear their original names again, sinf, pssh, senc, saiz, saio and `seig` groups have become `free`, and
/// the samples that a read touches are decrypted, 8 of them kept and wiped on eviction. It is a ByteSource
/// itself, so a demuxer reads it like any file.
///
/// Fragmented files (with `sidx` or without) and progressive ones (`senc` in stbl) work; a clear file passes
/// through. Lazy: opening reads `moov` and `sidx`; a fragment's `moof` is read when a read first touches that
/// fragment.
///
/// This is the trust boundary to the demuxer. Refused, with the place: unknown schemes
/// (`scheme_unsupported`), malformed boxes (`box_malformed`), subsample sums that are not the sample's size
/// or samples outside the file or overlapping
/// (`sample_map_invalid`), a key id without a key (`key_missing`), and a key that decrypts to what cannot be
/// the codec's data (`key_wrong`; see core/cenc/README.md for what each codec lets us detect). Thread: one;
/// several views may share a KeyRing.
class ClearView final : public ByteSource {
public:
    /// Codes: those above and the source's own.
    static Result<std::unique_ptr<ClearView>> open(std::shared_ptr<ByteSource> source,
                                                   std::shared_ptr<const KeyRing> keys);

    ~ClearView() override;
    [[nodiscard]] std::uint64_t size() const override;
    Status read(std::uint64_t offset, MutableBytes out) override;

    /// Whether any track is protected.
    [[nodiscard]] bool isProtected() const;

private:
    struct State;
    explicit ClearView(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace keyreel::cenc
