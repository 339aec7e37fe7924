#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/file.h"
#include "core/base/lane.h"
#include "core/base/result.h"
#include "core/crypto/hash.h"

namespace keyreel::package {

/// Memory for samples on their way: blocks that are filled on the caller's thread and come back when the
/// lanes have let go of them, so that a film of any length runs through the same few pages. Private to this
/// room. Thread: any.
class BlockPool {
public:
    struct Block {
        std::unique_ptr<std::uint8_t[]> bytes;
        std::size_t size = 0;
    };
    using Ref = std::shared_ptr<Block>;

    static constexpr std::size_t kBlockSize = 1U << 20;

    BlockPool() : m_state(std::make_shared<State>()) {}

    /// A block of at least `size` bytes, uninitialised. Waits while the pool has its share of memory and a
    /// lane is about to give some back; a fragment that needs more gets more.
    Ref take(std::size_t size);

    /// The lanes say when they hold blocks, so that take() never waits for nothing.
    void jobPosted();
    void jobDone();

private:
    struct State {
        std::mutex mutex;
        std::condition_variable changed;
        std::vector<std::unique_ptr<Block>> free;
        std::size_t blocks = 0;  ///< Of kBlockSize, free ones included.
        std::size_t jobs = 0;
    };
    std::shared_ptr<State> m_state;
};

/// Encrypted bytes in a block.
struct Piece {
    BlockPool::Ref block;
    ByteView bytes;
};

/// A whole fragment: its boxes, then its samples.
struct FragmentBytes {
    Bytes boxes;
    std::vector<Piece> samples;
};

/// What happens to finished fragments beside the caller's thread, which reads and encrypts the next one: one
/// lane writes them, another digests them. Private to this room. Thread: one caller.
class OutputLanes {
public:
    /// Without `digests` there is no second lane.
    explicit OutputLanes(bool digests) : m_digests(digests) {}

    BlockPool& pool() { return m_pool; }
    [[nodiscard]] bool digests() const { return m_digests; }

    /// Queues a fragment for `position` of `file`, and its digest for the end of `digests`, which is only
    /// safe to read after finish(). Fails with the error of an earlier fragment.
    Status write(std::shared_ptr<File> file, std::uint64_t position, FragmentBytes fragment,
                 std::shared_ptr<std::vector<crypto::Digest>> digests);
    /// Waits for all of it.
    Status finish();

private:
    BlockPool m_pool;
    bool m_digests;
    Lane m_writing;
    Lane m_digesting;
};

}  // namespace keyreel::package
