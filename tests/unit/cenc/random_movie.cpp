#include "tests/unit/cenc/random_movie.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "core/cenc/keyreel_pssh.h"
#include "core/cenc/sample_protector.h"
#include "core/cenc/signalling.h"
#include "core/isobmff/box.h"
#include "core/isobmff/box_writer.h"
#include "core/isobmff/init_segment.h"
#include "core/isobmff/segment_index.h"
#include "tests/unit/cenc/synthetic_track.h"

namespace keyreel::test {
namespace {

using isobmff::BoxWriter;
using isobmff::fourCc;

template <class T>
T between(std::mt19937& random, T low, T high) {
    return std::uniform_int_distribution<T>(low, high)(random);
}

bool chance(std::mt19937& random, int inHowMany) {
    return between(random, 1, inHowMany) == 1;
}

isobmff::SampleMeta randomMeta(std::mt19937& random, std::uint32_t size) {
    isobmff::SampleMeta meta;
    meta.size = size;
    meta.duration = chance(random, 8) ? between<std::uint32_t>(random, 0, UINT32_MAX)
                                      : between<std::uint32_t>(random, 0, 4000);
    meta.compositionOffset = chance(random, 8) ? between<std::int32_t>(random, INT32_MIN, INT32_MAX)
                                               : between<std::int32_t>(random, -3000, 3000);
    meta.sync = chance(random, 3);
    return meta;
}

std::size_t randomSize(std::mt19937& random, bool video) {
    static constexpr std::size_t kLimits[] = {64, 2000, 70000};
    const std::size_t size = between<std::size_t>(random, 0, kLimits[between(random, 0, 2)]);
    return video && size < 16 ? size % 2 * 16 : size;
}

/// A moof with the header of its mdat, and what goes into the mdat.
struct Piece {
    RandomMovie::Run run;
    Bytes head;
    Bytes data;
};

/// The children of the first box in `bytes`, by their bytes.
std::vector<isobmff::Box> childrenOf(const isobmff::Box& parent) {
    std::vector<isobmff::Box> children;
    isobmff::BoxCursor cursor(parent);
    for (isobmff::Box box; cursor.next(box).value();)
        children.push_back(box);
    return children;
}

isobmff::Box firstBox(ByteView bytes, std::uint64_t skip = 0) {
    isobmff::Box box;
    isobmff::BoxCursor cursor(bytes.subspan(static_cast<std::size_t>(skip)), 0);
    EXPECT_TRUE(cursor.next(box).value());
    return box;
}

std::uint32_t u32At(ByteView bytes, std::size_t at) {
    return static_cast<std::uint32_t>(bytes[at]) << 24 | static_cast<std::uint32_t>(bytes[at + 1]) << 16 |
           static_cast<std::uint32_t>(bytes[at + 2]) << 8 | bytes[at + 3];
}

/// The traf of a piece as it stands `shift` bytes further behind its moof's first byte, with its samples at
/// `dataOffset`.
Bytes movedTraf(const Piece& piece, std::uint32_t shift, std::uint32_t dataOffset) {
    const isobmff::Box moof = firstBox(piece.head);
    Bytes traf;
    for (const isobmff::Box& child : childrenOf(moof)) {
        if (child.type != fourCc("traf")) continue;
        traf = toBytes(child.bytes);
        BoxWriter patch(traf);
        for (const isobmff::Box& box : childrenOf(child)) {
            const auto at = static_cast<std::size_t>(box.bytes.data() - child.bytes.data());
            if (box.type == fourCc("trun")) patch.patchU32(at + 16, dataOffset);
            if (box.type == fourCc("saio")) patch.patchU32(at + 16, u32At(box.bytes, 16) + shift);
        }
    }
    return traf;
}

/// Two tracks in one moof and one mdat.
Piece joined(const Piece& first, const Piece& second) {
    const Bytes lengths = movedTraf(first, 0, 0);
    const auto firstSize = static_cast<std::uint32_t>(lengths.size());
    const auto secondSize = static_cast<std::uint32_t>(movedTraf(second, 0, 0).size());
    const std::uint32_t moofSize = 8 + 16 + firstSize + secondSize;
    Piece out;
    BoxWriter writer(out.head);
    writer.begin(fourCc("moof"));
    writer.bytes(firstBox(first.head, 8).bytes);  // mfhd
    writer.bytes(movedTraf(first, 0, moofSize + 8));
    writer.bytes(movedTraf(second, firstSize, moofSize + 8 + static_cast<std::uint32_t>(first.data.size())));
    writer.end();
    out.data = first.data;
    append(out.data, second.data);
    writer.u32(static_cast<std::uint32_t>(8 + out.data.size()));
    writer.u32(fourCc("mdat"));
    return out;
}

/// One moov out of those of several files with one track each.
Bytes joinedMovie(const std::vector<Bytes>& inits) {
    Bytes out = toBytes(firstBox(inits.front()).bytes);
    const std::size_t moovAt = out.size();
    Bytes traks;
    Bytes extends;
    Bytes headers;
    Bytes movieHeader;
    for (const Bytes& init : inits) {
        const isobmff::Box moov = firstBox(init, firstBox(init).bytes.size());
        for (const isobmff::Box& child : childrenOf(moov)) {
            if (child.type == fourCc("mvhd")) movieHeader = toBytes(child.bytes);
            if (child.type == fourCc("trak")) append(traks, child.bytes);
            if (child.type == fourCc("pssh")) append(headers, child.bytes);
            if (child.type != fourCc("mvex")) continue;
            for (const isobmff::Box& box : childrenOf(child))
                if (box.type == fourCc("trex")) append(extends, box.bytes);
        }
    }
    BoxWriter writer(out);
    writer.begin(fourCc("moov"));
    writer.bytes(movieHeader);
    writer.bytes(traks);
    writer.begin(fourCc("mvex"));
    writer.bytes(extends);
    writer.end();
    writer.bytes(headers);
    writer.end();
    EXPECT_EQ(u32At(out, moovAt), out.size() - moovAt);
    return out;
}

class Maker {
public:
    explicit Maker(std::mt19937& random) : m_random(random) {}

    RandomMovie make() {
        const int tracks = between(m_random, 1, 3);
        for (int i = 0; i < tracks; ++i)
            addTrack(static_cast<std::uint32_t>(i + 1));
        m_movie.bytes = joinedMovie(m_inits);
        Bytes body;
        std::vector<std::uint32_t> sizes;
        std::vector<std::size_t> next(m_pieces.size(), 0);
        for (;;) {
            std::vector<std::size_t> open;
            for (std::size_t i = 0; i < m_pieces.size(); ++i)
                if (next[i] < m_pieces[i].size()) open.push_back(i);
            if (open.empty()) break;
            std::shuffle(open.begin(), open.end(), m_random);
            const std::size_t before = body.size();
            Piece& first = m_pieces[open[0]][next[open[0]]++];
            if (open.size() > 1 && chance(m_random, 2)) {
                Piece& second = m_pieces[open[1]][next[open[1]]++];
                place(body, joined(first, second), {&first, &second});
            } else {
                place(body, first, {&first});
            }
            sizes.push_back(static_cast<std::uint32_t>(body.size() - before));
        }
        if (chance(m_random, 2)) addIndex(sizes);
        for (auto& fragment : m_movie.fragments)
            for (RandomMovie::Run& run : fragment)
                for (RandomMovie::Sample& sample : run.samples)
                    sample.offset += m_movie.bytes.size();
        append(m_movie.bytes, body);
        m_movie.keys = m_keys;
        return std::move(m_movie);
    }

private:
    void addTrack(std::uint32_t id) {
        const bool video = chance(m_random, 2);
        isobmff::TrackDescription track = video ? SyntheticTrack::video() : SyntheticTrack::audio();
        track.trackId = id;
        cenc::KeyId keyId{};
        Bytes key(16);
        std::array<std::uint8_t, 16> iv{};
        for (std::size_t i = 0; i < 16; ++i) {
            keyId[i] = static_cast<std::uint8_t>(m_random());
            key[i] = static_cast<std::uint8_t>(m_random());
            iv[i] = static_cast<std::uint8_t>(m_random());
        }
        const cenc::Scheme scheme = cenc::kSchemes[between<std::size_t>(m_random, 0, 3)];
        const auto crypt = between<unsigned>(m_random, 1, 15);
        const auto skip = between<unsigned>(m_random, 0, 15);
        const cenc::Protection protection = cenc::Protection::of(
            scheme, keyId, video,
            cenc::Pattern{static_cast<std::uint8_t>(crypt), static_cast<std::uint8_t>(skip)}, iv);
        cenc::SampleIvs ivs;
        if (cenc::isCounterScheme(scheme)) {
            auto allocator = cenc::IvAllocator::create().value();
            ivs = allocator.draw().value();
        }
        if (scheme == cenc::Scheme::Cbc1) ivs = cenc::ChainedIvs{iv};
        EXPECT_TRUE(m_keys->add(keyId, SecretBytes::copyOf(key)));
        m_inits.push_back(cenc::signal(isobmff::writeInitSegment(track).value(), protection,
                                       std::vector<isobmff::Pssh>{cenc::commonPssh(keyId)})
                              .value());
        auto protector =
            cenc::SampleProtector::create(track, protection, SecretBytes::copyOf(key), std::move(ivs))
                .value();
        m_pieces.emplace_back();
        std::uint64_t time = chance(m_random, 2) ? 0 : m_random() * std::uint64_t{1} << 20;
        for (int left = between(m_random, 1, 5); left > 0; --left)
            m_pieces.back().push_back(makePiece(id, video, time, protector));
        m_movie.tracks.push_back(std::move(track));
    }

    Piece makePiece(std::uint32_t id, bool video, std::uint64_t& time, cenc::SampleProtector& protector) {
        Piece piece;
        piece.run.trackId = id;
        if (chance(m_random, 4)) time += m_random();
        piece.run.baseDecodeTime = time;
        std::vector<isobmff::SampleMeta> metas;
        for (int left = between(m_random, 1, 12); left > 0; --left) {
            const std::size_t size = randomSize(m_random, video);
            Bytes clear = video ? SyntheticTrack::videoSample(m_random, size)
                                : SyntheticTrack::audioSample(m_random, size);
            Bytes cipher = clear;
            const Status status = protector.protect(cipher);
            EXPECT_TRUE(status) << (status ? "" : status.error().what);
            metas.push_back(randomMeta(m_random, static_cast<std::uint32_t>(cipher.size())));
            time += metas.back().duration;
            append(piece.data, cipher);
            piece.run.samples.push_back({metas.back(), std::move(clear), 0});
        }
        isobmff::FragmentWriter writer;
        const ByteView head =
            writer.write({++m_sequence, id, piece.run.baseDecodeTime}, metas, protector.aux()).value();
        piece.head = toBytes(head);
        protector.clearAux();
        return piece;
    }

    void place(Bytes& body, const Piece& piece, const std::vector<Piece*>& parts) {
        append(body, piece.head);
        std::uint64_t at = body.size();
        append(body, piece.data);
        m_movie.fragments.emplace_back();
        for (Piece* part : parts) {
            for (RandomMovie::Sample& sample : part->run.samples) {
                sample.offset = at;
                at += sample.meta.size;
            }
            m_movie.fragments.back().push_back(std::move(part->run));
        }
    }

    void addIndex(const std::vector<std::uint32_t>& sizes) {
        isobmff::SegmentIndex index;
        index.timescale = m_movie.tracks.front().timescale;
        for (const std::uint32_t size : sizes)
            index.references.push_back({size, 1, true, 1});
        append(m_movie.bytes, isobmff::writeSegmentIndex(index).value());
    }

    std::mt19937& m_random;
    RandomMovie m_movie;
    std::shared_ptr<cenc::KeyRing> m_keys = std::make_shared<cenc::KeyRing>();
    std::vector<Bytes> m_inits;
    std::vector<std::vector<Piece>> m_pieces;
    std::uint32_t m_sequence = 0;
};

}  // namespace

RandomMovie RandomMovie::make(std::mt19937& random) {
    return Maker(random).make();
}

}  // namespace keyreel::test
