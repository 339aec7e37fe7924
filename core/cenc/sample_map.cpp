#include "core/cenc/sample_map.h"

#include <algorithm>
#include <numeric>

#include "core/base/byte_io.h"

namespace keyreel::cenc {

namespace {

using isobmff::AuxBoxes;
using isobmff::EncryptionParameters;
using isobmff::fourCc;

tl::unexpected<Error> invalid(const TrackSamples& samples, std::size_t sample, const std::string& why) {
    return fail(
        "sample_map_invalid",
        "Track " + std::to_string(samples.track->id) + ", sample " + std::to_string(sample) +
            (sample < samples.places.size() ? " (byte " + std::to_string(samples.places[sample].offset) + ")"
                                            : std::string()) +
            ": " + why,
        "The file is damaged or its protection was written wrongly.");
}

/// Walks sbgp runs beside the samples.
class KeyGroupCursor {
public:
    explicit KeyGroupCursor(const TrackSamples& samples)
        : m_local(*samples.aux),
          m_track(samples.track->aux),
          m_inFragment(samples.aux != &samples.track->aux) {}

    /// The group of the next sample; nullptr for the defaults. False when it names a group that does not
    /// exist.
    bool next(const EncryptionParameters*& out) {
        out = nullptr;
        while (m_run < m_local.keyRuns.size() && m_used >= m_local.keyRuns[m_run].sampleCount) {
            ++m_run;
            m_used = 0;
        }
        if (m_run >= m_local.keyRuns.size()) {
            const AuxBoxes& owner = m_local.defaultGroup > 0 ? m_local : m_track;
            if (owner.defaultGroup > 0) out = &owner.keyGroups[owner.defaultGroup - 1];
            return true;
        }
        ++m_used;
        const std::uint32_t group = m_local.keyRuns[m_run].group;
        if (group == 0) return true;
        const bool local = m_inFragment && group > 0x10000;
        const auto& groups = local ? m_local.keyGroups : m_track.keyGroups;
        const std::uint32_t index = local ? group - 0x10001 : group - 1;
        if (index >= groups.size()) return false;
        out = &groups[index];
        return true;
    }

private:
    const AuxBoxes& m_local;
    const AuxBoxes& m_track;
    bool m_inFragment;
    std::size_t m_run = 0;
    std::uint32_t m_used = 0;
};

/// The aux entries of the samples, from senc or from where saio points.
struct AuxEntries {
    Bytes read;  ///< Owns what came from the source.
    ByteView bytes;
    bool present = false;
    bool subsamplesKnown = false;  ///< By the senc flag; without senc the entry sizes tell.
    bool hasSubsamples = false;
};

Result<AuxEntries> locateEntries(const TrackSamples& samples, ByteSource& source) {
    const AuxBoxes& aux = *samples.aux;
    AuxEntries out;
    if (aux.sizes && aux.sizes->size() != samples.places.size())
        return invalid(samples, 0,
                       "saiz counts " + std::to_string(aux.sizes->size()) + " samples, the track has " +
                           std::to_string(samples.places.size()) + ".");
    if (aux.encryption && aux.encryption->sampleCount > 0) {
        if (aux.encryption->sampleCount != samples.places.size())
            return invalid(samples, 0,
                           "senc counts " + std::to_string(aux.encryption->sampleCount) +
                               " samples, the track has " + std::to_string(samples.places.size()) + ".");
        if (!aux.offsets.empty() && samples.auxBase + aux.offsets.front() != aux.encryption->entriesOffset)
            return invalid(samples, 0, "saio and senc do not agree where the sample information is.");
        out.bytes = aux.encryption->entries;
        out.present = true;
        out.subsamplesKnown = true;
        out.hasSubsamples = aux.encryption->hasSubsamples;
        return out;
    }
    const bool announced =
        aux.sizes && std::any_of(aux.sizes->begin(), aux.sizes->end(), [](std::uint8_t s) { return s > 0; });
    if (announced && aux.offsets.empty())
        return invalid(samples, 0, "saiz announces sample information, but nothing says where it is.");
    if (!announced || aux.offsets.empty()) return out;
    if (aux.offsets.size() != 1)
        return invalid(samples, 0,
                       "its sample information is spread over several places and there is no senc.");
    // At most kMaxTrackSamples entries of 255 bytes; the source refuses what lies outside the file.
    const std::uint64_t total = std::accumulate(aux.sizes->begin(), aux.sizes->end(), std::uint64_t{0});
    const std::uint64_t offset = samples.auxBase + aux.offsets.front();
    if (total > source.size() || offset > source.size() - total)
        return invalid(samples, 0, "its sample information lies outside the file.");
    out.read.resize(static_cast<std::size_t>(total));
    KEYREEL_CHECK(source.read(offset, out.read));
    out.bytes = out.read;
    out.present = true;
    return out;
}

std::uint16_t keyIndex(SampleMap& map, const KeyId& keyId) {
    const auto found = std::find(map.keys.begin(), map.keys.end(), keyId);
    const auto index = static_cast<std::uint16_t>(found - map.keys.begin());
    if (found == map.keys.end()) map.keys.push_back(keyId);
    return index;
}

Status readSubsamples(const TrackSamples& samples, std::size_t index, ByteReader& in, ProtectedSample& sample,
                      SampleMap& map) {
    sample.subsampleCount = in.u16();
    if (in.failed() || sample.subsampleCount > in.remaining() / 6)
        return invalid(samples, index, "its subsample list is cut off.");
    std::uint64_t sum = 0;
    sample.firstSubsample = static_cast<std::uint32_t>(map.subsamples.size());
    for (unsigned i = 0; i < sample.subsampleCount; ++i) {
        Subsample part;
        part.clearBytes = in.u16();
        part.protectedBytes = in.u32();
        sum += part.clearBytes + std::uint64_t{part.protectedBytes};
        map.subsamples.push_back(part);
    }
    // 0 subsamples (of an empty list) mean a whole protected sample (ISO/IEC 23001-7 section 9.5).
    sample.full = sample.subsampleCount == 0;
    if (!sample.full && sum != sample.size)
        return invalid(samples, index,
                       "its subsamples have " + std::to_string(sum) + " bytes, the sample has " +
                           std::to_string(sample.size) + ".");
    return {};
}

/// Reads one entry for a protected sample; `in` is left behind it.
Status readEntry(const TrackSamples& samples, std::size_t index, const AuxEntries& entries, ByteReader& in,
                 std::uint8_t ivSize, ProtectedSample& sample, SampleMap& map) {
    const std::size_t start = in.position();
    const ByteView iv = in.bytes(ivSize);
    if (in.failed()) return invalid(samples, index, "its initialization vector is missing.");
    if (ivSize > 0) {
        std::copy(iv.begin(), iv.end(), sample.iv.begin());
        sample.ivSize = ivSize;
    }
    const auto& sizes = samples.aux->sizes;
    const bool subsamples = entries.subsamplesKnown ? entries.hasSubsamples : (*sizes)[index] > ivSize;
    sample.full = !subsamples;
    if (subsamples) KEYREEL_CHECK(readSubsamples(samples, index, in, sample, map));
    if (sizes && in.position() - start != (*sizes)[index])
        return invalid(samples, index, "its sample information has not the size that saiz gives.");
    return {};
}

}  // namespace

tl::unexpected<Error> unknownScheme(std::uint32_t track, isobmff::FourCc scheme) {
    return fail("scheme_unsupported", "Track " + std::to_string(track) + " is protected with scheme " +
                                          isobmff::toText(scheme) +
                                          "; only cenc, cbc1, cens and cbcs of ISO/IEC 23001-7 are known.");
}

Status addProtectedSamples(const TrackSamples& samples, ByteSource& source, SampleMap& map) {
    KEYREEL_TRY(const AuxEntries entries, locateEntries(samples, source));
    KeyGroupCursor groups(samples);
    ByteReader in(entries.bytes);
    for (std::size_t i = 0; i < samples.places.size(); ++i) {
        const isobmff::SamplePlace& place = samples.places[i];
        if (place.descriptionIndex == 0 || place.descriptionIndex > samples.track->entries.size())
            return invalid(samples, i, "it names a sample entry that the track does not have.");
        const auto& protection = samples.track->entries[place.descriptionIndex - 1].protection;
        const EncryptionParameters* group = nullptr;
        if (!groups.next(group)) return invalid(samples, i, "it names a sample group that does not exist.");
        static const EncryptionParameters kClear;
        const EncryptionParameters& parameters = !protection        ? kClear
                                                 : group != nullptr ? *group
                                                                    : protection->parameters;
        if (!parameters.isProtected) {
            // A clear sample's entry has no IV, but keeps its (empty) subsample count.
            const auto& sizes = samples.aux->sizes;
            if (sizes)
                in.skip((*sizes)[i]);
            else if (entries.hasSubsamples && protection)
                in.skip(std::size_t{6} * in.u16());
            continue;
        }
        const std::optional<Scheme> scheme = schemeOf(protection->scheme);
        if (!scheme) return unknownScheme(samples.track->id, protection->scheme);
        const bool cbcs = *scheme == Scheme::Cbcs;
        if (parameters.ivSize == 0 && !cbcs)
            return fail("scheme_unsupported", "Track " + std::to_string(samples.track->id) +
                                                  " is protected with a constant IV, which scheme " +
                                                  schemeName(*scheme) + " does not have.");
        if (*scheme == Scheme::Cbc1 && parameters.ivSize != 16)
            return invalid(samples, i, "its IV has 8 bytes, a chain of cbc1 needs 16.");
        if (!entries.present && parameters.ivSize > 0)
            return invalid(samples, i, "it is protected, but no sample information says how.");
        ProtectedSample sample;
        sample.scheme = *scheme;
        if (isPatternScheme(*scheme)) {
            sample.pattern = {parameters.cryptBlocks, parameters.skipBlocks};
            if (sample.pattern.crypt == 0 && sample.pattern.skip != 0)
                return invalid(samples, i, "its pattern encrypts nothing.");
        }
        if (cbcs) std::copy(parameters.constantIv.begin(), parameters.constantIv.end(), sample.iv.begin());
        sample.number = static_cast<std::uint32_t>(i);
        sample.offset = place.offset;
        sample.size = place.size;
        sample.track = samples.trackIndex;
        sample.key = keyIndex(map, parameters.keyId);
        sample.full = true;
        if (entries.present)
            KEYREEL_CHECK(readEntry(samples, i, entries, in, parameters.ivSize, sample, map));
        if (sample.size > 0) map.samples.push_back(sample);
    }
    return {};
}

Status finishSampleMap(SampleMap& map, std::span<const FileRange> media) {
    std::sort(map.samples.begin(), map.samples.end(),
              [](const ProtectedSample& a, const ProtectedSample& b) { return a.offset < b.offset; });
    std::uint64_t previousEnd = 0;
    auto range = media.begin();
    for (const ProtectedSample& sample : map.samples) {
        const auto refuse = [&](const char* why) {
            return fail("sample_map_invalid", "The sample of " + std::to_string(sample.size) +
                                                  " bytes at byte " + std::to_string(sample.offset) + why);
        };
        if (sample.offset < previousEnd) return refuse(" overlaps the one before it.");
        while (range != media.end() && range->end <= sample.offset)
            ++range;
        if (range == media.end() || sample.offset < range->begin || sample.end() > range->end)
            return refuse(" lies outside the media data.");
        previousEnd = sample.end();
    }
    return {};
}

}  // namespace keyreel::cenc
