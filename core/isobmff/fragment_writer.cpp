#include "core/isobmff/fragment_writer.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/isobmff/box.h"
#include "core/isobmff/box_writer.h"

namespace keyreel::isobmff {

namespace {

// ISO/IEC 14496-12 section 8.8.3.1: sample_depends_on 2 (on nothing), or 1 with sample_is_non_sync_sample.
constexpr std::uint32_t kSyncFlags = 0x02000000;
constexpr std::uint32_t kNonSyncFlags = 0x01010000;

Status check(std::span<const SampleMeta> samples, const AuxInfo& aux) {
    if (samples.empty()) return fail("fragment_empty", "A fragment without samples cannot be written.");
    if (samples.size() > kMaxFragmentSamples)
        return fail("fragment_too_large",
                    "A fragment of " + std::to_string(samples.size()) + " samples is too long.");
    if (aux.sizes.empty()) return {};
    const std::uint64_t total = std::accumulate(aux.sizes.begin(), aux.sizes.end(), std::uint64_t{0});
    if (aux.sizes.size() != samples.size() || total != aux.entries.size())
        return fail("fragment_aux_mismatch",
                    "The auxiliary information of " + std::to_string(aux.sizes.size()) + " samples (" +
                        std::to_string(aux.entries.size()) + " bytes) does not fit a fragment of " +
                        std::to_string(samples.size()) + " samples.");
    return {};
}

/// saiz, saio and senc; returns where the saio offset stands and what it must say, both from the start of the
/// moof.
void writeAux(BoxWriter& out, const AuxInfo& aux, std::size_t moof) {
    if (aux.entries.empty()) {
        // Constant IV, whole samples: nothing to describe, and saiz and saio may be left out (ISO/IEC
        // 23000-19 section 8.2.2.1). The count stays, since some readers stumble over its absence.
        out.beginFull(fourCc("senc"), 0, 0);
        out.u32(static_cast<std::uint32_t>(aux.sizes.size()));
        out.end();
        return;
    }
    const std::uint8_t first = aux.sizes.front();
    const bool uniform = first != 0 && std::all_of(aux.sizes.begin(), aux.sizes.end(),
                                                   [&](std::uint8_t size) { return size == first; });
    out.beginFull(fourCc("saiz"), 0, 0);
    out.u8(uniform ? first : 0);
    out.u32(static_cast<std::uint32_t>(aux.sizes.size()));
    if (!uniform) out.bytes(aux.sizes);
    out.end();
    out.beginFull(fourCc("saio"), 0, 0);
    out.u32(1);
    const std::size_t offsetField = out.size();
    out.u32(0);
    out.end();
    out.beginFull(fourCc("senc"), 0, aux.hasSubsamples ? 2 : 0);
    out.u32(static_cast<std::uint32_t>(aux.sizes.size()));
    out.patchU32(offsetField, static_cast<std::uint32_t>(out.size() - moof));
    out.bytes(aux.entries);
    out.end();
}

/// sbgp and sgpd of the traf (ISO/IEC 14496-12 section 8.9): all samples are in the group it describes
/// itself.
void writeGroup(BoxWriter& out, const EncryptionParameters& group, std::size_t samples) {
    out.beginFull(fourCc("sbgp"), 0, 0);
    out.u32(fourCc("seig"));
    out.u32(1);
    out.u32(static_cast<std::uint32_t>(samples));
    out.u32(0x10001);
    out.end();
    Bytes entry{0};
    BoxWriter fields(entry);
    writeEncryptionParameters(fields, group);
    out.beginFull(fourCc("sgpd"), 1, 0);
    out.u32(fourCc("seig"));
    out.u32(static_cast<std::uint32_t>(entry.size()));
    out.u32(1);
    out.bytes(entry);
    out.end();
}

}  // namespace

Result<ByteView> FragmentWriter::write(const FragmentHeader& header, std::span<const SampleMeta> samples,
                                       const AuxInfo& aux, const FragmentProtection& protection) {
    KEYREEL_CHECK(check(samples, aux));
    const bool sameDuration = std::all_of(samples.begin(), samples.end(), [&](const SampleMeta& sample) {
        return sample.duration == samples.front().duration;
    });
    const bool allSync =
        std::all_of(samples.begin(), samples.end(), [](const SampleMeta& s) { return s.sync; });
    const bool inOrder = std::all_of(samples.begin(), samples.end(),
                                     [](const SampleMeta& s) { return s.compositionOffset == 0; });

    m_buffer.clear();
    BoxWriter out(m_buffer);
    out.begin(fourCc("moof"));
    out.beginFull(fourCc("mfhd"), 0, 0);
    out.u32(header.sequenceNumber);
    out.end();
    for (const Pssh& pssh : protection.pssh)
        out.bytes(writePssh(pssh));
    out.begin(fourCc("traf"));
    // default-base-is-moof, default-sample-duration-present, default-sample-flags-present
    out.beginFull(fourCc("tfhd"), 0, 0x020000U | (sameDuration ? 0x08U : 0U) | (allSync ? 0x20U : 0U));
    out.u32(header.trackId);
    if (sameDuration) out.u32(samples.front().duration);
    if (allSync) out.u32(kSyncFlags);
    out.end();
    out.beginFull(fourCc("tfdt"), 1, 0);
    out.u64(header.baseDecodeTime);
    out.end();
    // data-offset, duration, size, flags, composition offset
    out.beginFull(fourCc("trun"), 1,
                  0x201U | (sameDuration ? 0U : 0x100U) | (allSync ? 0U : 0x400U) | (inOrder ? 0U : 0x800U));
    out.u32(static_cast<std::uint32_t>(samples.size()));
    const std::size_t dataOffsetField = out.size();
    out.u32(0);
    std::uint64_t dataSize = 0;
    for (const SampleMeta& sample : samples) {
        if (!sameDuration) out.u32(sample.duration);
        out.u32(sample.size);
        if (!allSync) out.u32(sample.sync ? kSyncFlags : kNonSyncFlags);
        if (!inOrder) out.i32(sample.compositionOffset);
        dataSize += sample.size;
    }
    out.end();
    if (protection.group != nullptr) writeGroup(out, *protection.group, samples.size());
    if (!aux.sizes.empty()) writeAux(out, aux, 0);
    out.end();
    out.end();

    // sidx gives a fragment 31 bits.
    if (m_buffer.size() + 8 + dataSize > std::numeric_limits<std::int32_t>::max())
        return fail("fragment_too_large",
                    "A fragment of " + std::to_string(dataSize) + " bytes exceeds 2 GiB.",
                    "Use a shorter fragment duration.");
    out.patchU32(dataOffsetField, static_cast<std::uint32_t>(m_buffer.size() + 8));
    out.u32(static_cast<std::uint32_t>(8 + dataSize));
    out.u32(fourCc("mdat"));
    return ByteView(m_buffer);
}

}  // namespace keyreel::isobmff
