#include "core/cenc/conformance.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

#include "core/base/byte_io.h"
#include "core/base/text.h"
#include "core/cenc/keyreel_pssh.h"
#include "core/cenc/sample_map.h"
#include "core/cenc/text_check.h"
#include "core/isobmff/box.h"
#include "core/isobmff/fragment_reader.h"
#include "core/isobmff/movie.h"

namespace keyreel::cenc {

namespace {

using isobmff::Box;
using isobmff::BoxCursor;
using isobmff::BoxHeader;
using isobmff::fourCc;
using isobmff::Movie;
using isobmff::MovieTrack;

constexpr std::uint64_t kMaxBox = 256U << 20;
constexpr std::uint32_t kMaxTextSample = 16U << 20;

class Checker {
public:
    explicit Checker(ByteSource& source) : m_source(source) {}

    Result<Conformance> run() {
        KEYREEL_CHECK(forEachBox([&](const BoxHeader& header, std::uint64_t offset) -> Status {
            if (header.type != fourCc("moov")) return {};
            KEYREEL_TRY(const Bytes bytes, whole(header, offset));
            const Box moov{header.type, header.headerSize, offset, bytes, nullptr};
            KEYREEL_TRY(m_movie, isobmff::readMovie(moov));
            m_hasMovie = true;
            return readHeaders(moov);
        }));
        if (!m_hasMovie)
            return fail("box_malformed", "The file has no moov box.",
                        "It is a media segment, not an ISO base media file of its own, or cut off.");
        for (const MovieTrack& track : m_movie.tracks)
            checkTrack(track);
        KEYREEL_CHECK(forEachBox([&](const BoxHeader& header, std::uint64_t offset) -> Status {
            if (header.type != fourCc("moof")) return {};
            KEYREEL_TRY(const Bytes bytes, whole(header, offset));
            const Box moof{header.type, header.headerSize, offset, bytes, nullptr};
            const Status headers = readHeaders(moof);
            return headers ? checkFragment(moof) : headers;
        }));
        for (const KeyId& keyId : m_used)
            if (m_commonHeader && keyId != KeyId{} && m_named.count(keyId) == 0)
                find("pssh-names-keys", "W3C cenc initialization data 4",
                     "The common pssh box does not name key id " + toUuid(keyId) + ", which samples use.");
        return std::move(m_out);
    }

private:
    void find(const char* rule, const char* clause, std::string what) {
        if (++m_out.broken[rule] <= kMaxFindings) m_out.findings.push_back({rule, clause, std::move(what)});
    }

    template <class Visitor>
    Status forEachBox(const Visitor& visit) {
        for (std::uint64_t offset = 0; offset < m_source.size();) {
            const std::uint64_t left = m_source.size() - offset;
            std::array<std::uint8_t, 16> first{};
            const MutableBytes head =
                MutableBytes(first).first(static_cast<std::size_t>(std::min<std::uint64_t>(left, 16)));
            KEYREEL_CHECK(m_source.read(offset, head));
            KEYREEL_TRY(const BoxHeader header,
                        isobmff::readBoxHeader(head, left, true, "Byte " + std::to_string(offset)));
            KEYREEL_CHECK(visit(header, offset));
            offset += header.size;
        }
        return {};
    }

    Result<Bytes> whole(const BoxHeader& header, std::uint64_t offset) {
        if (header.size > kMaxBox)
            return fail("box_malformed", isobmff::toText(header.type) + " (byte " + std::to_string(offset) +
                                             "): " + std::to_string(header.size) +
                                             " bytes are too many for such a box.");
        Bytes bytes(static_cast<std::size_t>(header.size));
        KEYREEL_CHECK(m_source.read(offset, bytes));
        return bytes;
    }

    Status readHeaders(const Box& parent) {
        BoxCursor children(parent);
        for (Box box;;) {
            KEYREEL_TRY(const bool found, children.next(box));
            if (!found) return {};
            if (box.type != fourCc("pssh")) continue;
            KEYREEL_TRY(const isobmff::Pssh header, isobmff::readPssh(box.bytes, box.offset));
            if (header.systemId != kCommonSystemId) continue;
            m_commonHeader = true;
            m_named.insert(header.keyIds.begin(), header.keyIds.end());
        }
    }

    /// What `tenc` or a protected `seig` group may say under a scheme.
    void checkParameters(Scheme scheme, const isobmff::EncryptionParameters& parameters,
                         const std::string& place) {
        const bool patterned = parameters.cryptBlocks != 0 || parameters.skipBlocks != 0;
        if (!isPatternScheme(scheme) && patterned)
            find("pattern-scheme", "ISO/IEC 23001-7 10",
                 place + "scheme " + schemeName(scheme) + " has no pattern, but one is given.");
        if (isPatternScheme(scheme) && parameters.cryptBlocks == 0 && parameters.skipBlocks != 0)
            find("pattern-scheme", "ISO/IEC 23001-7 9.6", place + "the pattern encrypts nothing.");
        const unsigned size = parameters.ivSize;
        const bool fits = scheme == Scheme::Cbcs   ? size == 0 && parameters.constantIv.size() == 16
                          : scheme == Scheme::Cbc1 ? size == 16
                                                   : size != 0;
        if (!fits)
            find("iv-size", "ISO/IEC 23001-7 10",
                 place + "IVs of " + std::to_string(size) + " bytes do not belong to scheme " +
                     schemeName(scheme) + ".");
    }

    /// The seig groups of a fragment or a progressive track.
    void checkGroups(const TrackSamples& samples, const std::string& place) {
        const auto& protection = samples.track->entries.front().protection;
        if (!protection) return;
        const std::optional<Scheme> scheme = schemeOf(protection->scheme);
        for (const isobmff::EncryptionParameters& group : samples.aux->keyGroups) {
            if (!group.isProtected) {
                if (group.ivSize != 0 || group.keyId != KeyId{})
                    find("seig-clear", "ISO/IEC 23001-7 6",
                         place + "a group that is not protected has an IV size or a key id.");
                continue;
            }
            if (group.keyId == KeyId{})
                find("seig-kid", "ISO/IEC 23001-7 6", place + "a protected group has no key id.");
            if (!scheme) continue;
            checkParameters(*scheme, group, place);
            if (isPatternScheme(*scheme) && (group.cryptBlocks != protection->parameters.cryptBlocks ||
                                             group.skipBlocks != protection->parameters.skipBlocks))
                find("seig-pattern", "ISO/IEC 23001-7 9.6",
                     place + "the pattern of a group is not its track's, which players refuse.");
        }
    }

    /// Counter blocks that a sample uses.
    static std::uint64_t blocksOf(const SampleMap& map, const ProtectedSample& sample) {
        const auto blocks = [&](std::uint64_t bytes) {
            const std::uint64_t period = std::uint64_t{sample.pattern.crypt} + sample.pattern.skip;
            if (sample.scheme != Scheme::Cens || sample.pattern.skip == 0) return (bytes + 15) / 16;
            const std::uint64_t whole = bytes / 16;
            return whole / period * sample.pattern.crypt +
                   (whole % period >= sample.pattern.crypt ? sample.pattern.crypt : 0);
        };
        if (sample.full) return blocks(sample.size);
        std::uint64_t bytes = 0;
        std::uint64_t count = 0;
        for (const Subsample& part : map.subsamplesOf(sample)) {
            bytes += part.protectedBytes;
            count += blocks(part.protectedBytes);
        }
        return sample.scheme == Scheme::Cenc ? (bytes + 15) / 16 : count;
    }

    /// Samples whose 16-byte IVs share their upper half must not meet in the lower one.
    void checkCounters(const SampleMap& map, const ProtectedSample& sample, const std::string& at) {
        std::uint64_t high = 0;
        std::uint64_t low = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            high = high << 8U | sample.iv[i];
            low = low << 8U | sample.iv[8 + i];
        }
        const std::uint64_t blocks = blocksOf(map, sample);
        if (blocks == 0) return;
        auto& used = m_counters[{map.keys[sample.key], high}];
        const auto after = used.lower_bound(low);
        const bool meetsNext = after != used.end() && after->first - low < blocks;
        const bool meetsLast =
            after != used.begin() && low - std::prev(after)->first < std::prev(after)->second;
        // An equal start is an equal IV, which has a rule of its own.
        if ((meetsNext && after->first != low) || meetsLast)
            find("iv-overlap", "ISO/IEC 23001-7 9.3", at + " counts into the blocks of another one.");
        used.emplace(low, blocks);
    }

    void checkTrack(const MovieTrack& track) {
        TrackSummary& summary = m_out.tracks.emplace_back();
        summary.id = track.id;
        summary.handler = track.handler;
        summary.timescale = track.timescale;
        summary.format = track.entries.front().originalFormat();
        for (const isobmff::SampleEntry& entry : track.entries) {
            if (!entry.protection) continue;
            summary.scheme = entry.protection->scheme;
            summary.format = entry.protection->originalFormat;
            summary.defaultKeyId = entry.protection->parameters.keyId;
            const std::string place = "Track " + std::to_string(track.id) + ": ";
            if (summary.defaultKeyId == KeyId{})
                find("default-kid", "ISO/IEC 23001-7 8.2", place + "the default_KID of tenc is all zero.");
            if (!schemeOf(summary.scheme))
                find("scheme-known", "ISO/IEC 23001-7 10",
                     place + "scheme " + isobmff::toText(summary.scheme) +
                         " is not one of Common Encryption.");
            else if (entry.protection->parameters.isProtected)
                checkParameters(*schemeOf(summary.scheme), entry.protection->parameters, place);
        }
        const isobmff::FourCc handler = summary.format == fourCc("wvtt")   ? fourCc("text")
                                        : summary.format == fourCc("stpp") ? fourCc("subt")
                                                                           : track.handler;
        if (track.handler != handler)
            find("text-handler", "ISO/IEC 14496-30 7.5",
                 "Track " + std::to_string(track.id) + ": " + isobmff::toText(summary.format) +
                     " stands under the handler " + isobmff::toText(track.handler) + ".");
        const auto index = static_cast<std::uint16_t>(m_out.tracks.size() - 1);
        if (!track.samples.empty()) checkSamples({&track, index, track.samples, &track.aux, 0});
    }

    Status checkFragment(const Box& moof) {
        KEYREEL_TRY(const isobmff::Fragment fragment, isobmff::readFragment(moof, m_movie));
        BoxCursor trafs(moof);
        for (Box traf;;) {
            KEYREEL_TRY(const bool found, trafs.next(traf));
            if (!found) break;
            if (traf.type != fourCc("traf")) continue;
            bool decodeTime = false;
            BoxCursor boxes(traf);
            for (Box box;;) {
                KEYREEL_TRY(const bool more, boxes.next(box));
                if (!more) break;
                decodeTime |= box.type == fourCc("tfdt");
            }
            if (!decodeTime)
                find("tfdt-present", "ISO/IEC 14496-12 8.8.12", traf.place() + ": there is no tfdt.");
        }
        std::vector<isobmff::SamplePlace> places;
        for (const isobmff::TrackFragment& traf : fragment.tracks) {
            const MovieTrack* track = m_movie.track(traf.trackId);
            const auto index = static_cast<std::uint16_t>(track - m_movie.tracks.data());
            TrackSummary& summary = m_out.tracks[index];
            ++summary.fragments;
            places.clear();
            for (const isobmff::FragmentSample& sample : traf.samples) {
                places.push_back({sample.offset, sample.size, traf.descriptionIndex});
                if (sample.sync()) ++summary.syncSamples;
            }
            checkSamples({track, index, places, &traf.aux, traf.baseOffset});
            KEYREEL_CHECK(checkText(*track, traf, summary));
        }
        return {};
    }

    /// Text covers its time without a gap, and its clear samples are few and short enough to be read.
    Status checkText(const MovieTrack& track, const isobmff::TrackFragment& traf,
                     const TrackSummary& summary) {
        if (summary.format != fourCc("wvtt") && summary.format != fourCc("stpp")) return {};
        const std::string place =
            "Track " + std::to_string(track.id) + ", fragment " + std::to_string(summary.fragments) + ", ";
        const auto known = m_textEnds.find(track.id);
        if (known != m_textEnds.end() && known->second != traf.baseDecodeTime)
            find("text-timeline", "ISO/IEC 14496-30 7.4",
                 place + "it begins at " + std::to_string(traf.baseDecodeTime) + ", the one before ends at " +
                     std::to_string(known->second) + ".");
        std::uint64_t end = traf.baseDecodeTime;
        Bytes bytes;
        for (const isobmff::FragmentSample& sample : traf.samples) {
            end += sample.duration;
            if (track.isProtected() || sample.size > kMaxTextSample) continue;
            bytes.resize(sample.size);
            KEYREEL_CHECK(m_source.read(sample.offset, bytes));
            if (const auto fault = textFault(summary.format, bytes))
                find("text-sample", "ISO/IEC 14496-30 7.4",
                     place + "the sample at byte " + std::to_string(sample.offset) + ": " + *fault);
        }
        m_textEnds[track.id] = end;
        return {};
    }

    /// Rules about single records, as far as one IV size holds for all of them; false when one is broken.
    bool checkRecords(const TrackSamples& samples, const std::string& place) {
        const isobmff::AuxBoxes& aux = *samples.aux;
        const std::uint64_t before = m_recordFindings;
        const auto broken = [&](const char* rule, const char* clause, const std::string& what) {
            ++m_recordFindings;
            find(rule, clause, place + what);
        };
        if (aux.sizes && aux.sizes->size() != samples.places.size())
            broken("saiz-sizes", "ISO/IEC 14496-12 8.7.8",
                   "saiz counts " + std::to_string(aux.sizes->size()) + " samples of " +
                       std::to_string(samples.places.size()) + ".");
        if (!aux.encryption || aux.encryption->sampleCount == 0) return before == m_recordFindings;
        const isobmff::SampleEncryption& senc = *aux.encryption;
        if (senc.sampleCount != samples.places.size())
            broken("senc-sums", "ISO/IEC 23001-7 7.2",
                   "senc counts " + std::to_string(senc.sampleCount) + " samples of " +
                       std::to_string(samples.places.size()) + ".");
        if (!aux.offsets.empty() && samples.auxBase + aux.offsets.front() != senc.entriesOffset)
            broken("saio-offset", "ISO/IEC 14496-12 8.7.9",
                   "saio points to byte " + std::to_string(samples.auxBase + aux.offsets.front()) +
                       ", the first record is at byte " + std::to_string(senc.entriesOffset) + ".");
        const auto& protection = samples.track->entries.front().protection;
        const bool grouped =
            !aux.keyRuns.empty() || aux.defaultGroup > 0 || samples.track->aux.defaultGroup > 0;
        if (before != m_recordFindings || grouped || !protection || !protection->parameters.isProtected)
            return before == m_recordFindings;
        ByteReader in(senc.entries);
        for (std::size_t i = 0; i < samples.places.size() && before == m_recordFindings; ++i) {
            const std::size_t start = in.position();
            in.skip(protection->parameters.ivSize);
            const unsigned count = senc.hasSubsamples ? in.u16() : 0;
            std::uint64_t sum = 0;
            for (unsigned part = 0; part < count && !in.failed(); ++part) {
                sum += in.u16();
                sum += in.u32();
            }
            const std::string sample = "sample " + std::to_string(i) + ": ";
            if (in.failed())
                broken("senc-sums", "ISO/IEC 23001-7 7.2", sample + "its record is cut off.");
            else if (count > 0 && sum != samples.places[i].size)
                broken("senc-sums", "ISO/IEC 23001-7 9.5.1",
                       sample + "its subsamples have " + std::to_string(sum) + " bytes, the sample has " +
                           std::to_string(samples.places[i].size) + ".");
            if (aux.sizes && !in.failed() && (*aux.sizes)[i] != in.position() - start)
                broken("saiz-sizes", "ISO/IEC 14496-12 8.7.8",
                       sample + "its record has " + std::to_string(in.position() - start) +
                           " bytes, saiz says " + std::to_string((*aux.sizes)[i]) + ".");
        }
        return before == m_recordFindings;
    }

    void checkSamples(const TrackSamples& samples) {
        TrackSummary& summary = m_out.tracks[samples.trackIndex];
        summary.samples += samples.places.size();
        for (const isobmff::SamplePlace& place : samples.places)
            summary.bytes += place.size;
        if (!samples.track->isProtected()) return;
        std::string place = "Track " + std::to_string(summary.id) + ", ";
        if (summary.fragments > 0) place += "fragment " + std::to_string(summary.fragments) + ", ";
        checkGroups(samples, place);
        if (!checkRecords(samples, place)) return;
        SampleMap map;
        if (const Status read = addProtectedSamples(samples, m_source, map); !read) {
            find("sample-information", "ISO/IEC 23001-7 7, 9.5", place + read.error().what);
            return;
        }
        for (const ProtectedSample& sample : map.samples) {
            ++summary.protectedSamples;
            summary.subsamples += sample.subsampleCount;
            const std::string at = place + "the sample at byte " + std::to_string(sample.offset);
            m_used.insert(map.keys[sample.key]);
            if (sample.full) summary.protectedBytes += sample.size;
            if (isCounterScheme(sample.scheme) && sample.ivSize == 16) checkCounters(map, sample, at);
            for (const Subsample& part : map.subsamplesOf(sample)) {
                summary.protectedBytes += part.protectedBytes;
                if (part.clearBytes == 0 && part.protectedBytes == 0)
                    find("senc-zero-entry", "ISO/IEC 23001-7 9.5.2", at + " has a subsample without bytes.");
                if (sample.scheme != Scheme::Cbcs && part.protectedBytes % 16 != 0)
                    find("whole-blocks", "ISO/IEC 23000-19 8.2.3.2",
                         at + " has a protected range of " + std::to_string(part.protectedBytes) + " bytes.");
            }
            if (sample.scheme != Scheme::Cbcs && !m_ivs.emplace(map.keys[sample.key], sample.iv).second)
                find(
                    "iv-unique", "ISO/IEC 23001-7 9.2",
                    at + " has the IV of another one under the same key: " +
                        toHex(ByteView(sample.iv).first(sample.scheme == Scheme::Cbc1 ? 16 : sample.ivSize)) +
                        ".");
        }
    }

    ByteSource& m_source;
    Movie m_movie;
    bool m_hasMovie = false;
    std::uint64_t m_recordFindings = 0;
    std::set<std::pair<KeyId, std::array<std::uint8_t, 16>>> m_ivs;
    std::map<std::pair<KeyId, std::uint64_t>, std::map<std::uint64_t, std::uint64_t>> m_counters;
    std::map<std::uint32_t, std::uint64_t> m_textEnds;  ///< Where the last fragment of a text track ends.
    std::set<KeyId> m_used;
    std::set<KeyId> m_named;  ///< By the common pssh boxes.
    bool m_commonHeader = false;
    Conformance m_out;
};

}  // namespace

Result<Conformance> checkConformance(ByteSource& source) {
    return Checker(source).run();
}

}  // namespace keyreel::cenc
