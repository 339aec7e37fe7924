#include "core/cenc/conformance.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

#include "core/base/byte_io.h"
#include "core/base/text.h"
#include "core/cenc/sample_map.h"
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
            return {};
        }));
        if (!m_hasMovie)
            return fail("box_malformed", "The file has no moov box.",
                        "It is a media segment, not an ISO base media file of its own, or cut off.");
        for (const MovieTrack& track : m_movie.tracks)
            checkTrack(track);
        KEYREEL_CHECK(forEachBox([&](const BoxHeader& header, std::uint64_t offset) -> Status {
            if (header.type != fourCc("moof")) return {};
            KEYREEL_TRY(const Bytes bytes, whole(header, offset));
            return checkFragment({header.type, header.headerSize, offset, bytes, nullptr});
        }));
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
        }
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
        }
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
        if (before != m_recordFindings || !aux.keyRuns.empty() || !protection ||
            !protection->parameters.isProtected)
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
            if (sample.full) summary.protectedBytes += sample.size;
            for (const Subsample& part : map.subsamplesOf(sample)) {
                summary.protectedBytes += part.protectedBytes;
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
    Conformance m_out;
};

}  // namespace

Result<Conformance> checkConformance(ByteSource& source) {
    return Checker(source).run();
}

}  // namespace keyreel::cenc
