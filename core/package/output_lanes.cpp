#include "core/package/output_lanes.h"

#include <utility>

namespace keyreel::package {
namespace {

/// What the pool hands out before take() waits for the lanes. It grows to what one fragment needs, and no
/// further: the next one is collected in the blocks that the lanes have let go of.
constexpr std::size_t kBlocks = 12;

}  // namespace

BlockPool::Ref BlockPool::take(std::size_t size) {
    if (size > kBlockSize) {
        auto large = std::make_shared<Block>();
        large->bytes.reset(new std::uint8_t[size]);
        large->size = size;
        return large;
    }
    std::unique_ptr<Block> block;
    {
        std::unique_lock lock(m_state->mutex);
        State& state = *m_state;
        state.changed.wait(lock,
                           [&] { return !state.free.empty() || state.blocks < kBlocks || state.jobs == 0; });
        if (!state.free.empty()) {
            block = std::move(state.free.back());
            state.free.pop_back();
        } else {
            ++state.blocks;
        }
    }
    if (!block) {
        block = std::make_unique<Block>();
        block->bytes.reset(new std::uint8_t[kBlockSize]);
        block->size = kBlockSize;
    }
    return Ref(block.release(), [state = m_state](Block* used) {
        std::unique_ptr<Block> back(used);
        const std::lock_guard lock(state->mutex);
        state->free.push_back(std::move(back));
        state->changed.notify_all();
    });
}

void BlockPool::jobPosted() {
    const std::lock_guard lock(m_state->mutex);
    ++m_state->jobs;
}

void BlockPool::jobDone() {
    const std::lock_guard lock(m_state->mutex);
    --m_state->jobs;
    m_state->changed.notify_all();
}

namespace {

/// Counts as a job of the pool until the last copy is gone, whether it ran or was dropped.
std::shared_ptr<void> holdJob(BlockPool& pool) {
    pool.jobPosted();
    return {nullptr, [pool](void*) mutable { pool.jobDone(); }};
}

}  // namespace

Status OutputLanes::write(std::shared_ptr<File> file, std::uint64_t position, FragmentBytes fragment,
                          std::shared_ptr<std::vector<crypto::Digest>> digests) {
    auto written = std::make_shared<FragmentBytes>(std::move(fragment));
    if (m_digests) {
        auto digested = std::make_shared<FragmentBytes>(*written);
        KEYREEL_CHECK(m_digesting.post([digested, digests, job = holdJob(m_pool)]() -> Status {
            crypto::Sha256 digest;
            digest.update(digested->boxes);
            for (Piece& piece : digested->samples) {
                digest.update(piece.bytes);
                piece.block.reset();
            }
            digests->push_back(digest.finish());
            return {};
        }));
    }
    return m_writing.post([written, file = std::move(file), position, job = holdJob(m_pool)]() -> Status {
        KEYREEL_CHECK(file->writeAt(position, written->boxes));
        std::uint64_t at = position + written->boxes.size();
        for (Piece& piece : written->samples) {
            KEYREEL_CHECK(file->writeAt(at, piece.bytes));
            at += piece.bytes.size();
            piece.block.reset();
        }
        return {};
    });
}

Status OutputLanes::finish() {
    KEYREEL_CHECK(m_writing.finish());
    return m_digesting.finish();
}

}  // namespace keyreel::package
