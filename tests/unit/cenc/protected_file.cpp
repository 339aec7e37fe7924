#include "tests/unit/cenc/protected_file.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/byte_io.h"
#include "core/cenc/keyreel_pssh.h"
#include "core/cenc/sample_protector.h"
#include "core/cenc/signalling.h"
#include "core/isobmff/fragment_writer.h"
#include "core/isobmff/init_segment.h"
#include "core/isobmff/segment_index.h"

namespace keyreel::test {

ProtectedFile ProtectedFile::make(const isobmff::TrackDescription& track, std::vector<Bytes> samples,
                                  Options options) {
    ProtectedFile file;
    auto ivs = cenc::IvAllocator::create().value();
    const cenc::Protection protection = cenc::Protection::of(
        options.scheme, kKeyId, track.handler == isobmff::Handler::Video, options.pattern, kConstantIv);
    cenc::SampleIvs sampleIvs;
    if (cenc::isCounterScheme(options.scheme))
        sampleIvs = options.firstIv ? cenc::IvSequence::startingAt(*options.firstIv) : ivs.draw().value();
    if (options.scheme == cenc::Scheme::Cbc1) sampleIvs = cenc::ChainedIvs{kConstantIv};
    auto protector =
        cenc::SampleProtector::create(track, protection, SecretBytes::copyOf(kKey), std::move(sampleIvs))
            .value();
    isobmff::FragmentWriter writer;
    Bytes body;
    isobmff::SegmentIndex index;
    index.timescale = track.timescale;
    std::vector<std::uint64_t> segments;
    std::vector<std::uint64_t> places;
    for (std::size_t first = 0; first < samples.size(); first += options.samplesPerFragment) {
        const std::size_t last = std::min(samples.size(), first + options.samplesPerFragment);
        std::vector<isobmff::SampleMeta> metas;
        Bytes data;
        for (std::size_t i = first; i < last; ++i) {
            Bytes cipher = samples[i];
            const Status status = protector.protect(cipher);
            EXPECT_TRUE(status) << (status ? "" : status.error().what);
            metas.push_back({1, static_cast<std::uint32_t>(cipher.size()),
                             static_cast<std::int32_t>(i % 3) - 1, i == first});
            append(data, cipher);
        }
        const isobmff::AuxInfo aux = protector.aux();
        std::size_t entry = 0;
        for (const std::uint8_t size : cenc::isCounterScheme(options.scheme) ? aux.sizes : ByteView()) {
            ByteReader in(aux.entries.subspan(entry, 8));
            file.ivs.push_back(in.u64());
            entry += size;
        }
        const ByteView head =
            writer.write({static_cast<std::uint32_t>(segments.size() + 1), 1, first}, metas, aux).value();
        segments.push_back(body.size());
        std::uint64_t place = body.size() + head.size();
        for (const isobmff::SampleMeta& meta : metas) {
            places.push_back(place);
            place += meta.size;
        }
        index.references.push_back({static_cast<std::uint32_t>(head.size() + data.size()),
                                    static_cast<std::uint32_t>(last - first), true, 1});
        append(body, head);
        append(body, data);
        protector.clearAux();
    }
    cenc::KeyreelPssh payload;
    payload.suite = "kr1";
    payload.threshold = 2;
    const std::vector<isobmff::Pssh> headers{cenc::keyreelPssh(kKeyId, payload).value(),
                                             cenc::commonPssh(kKeyId)};
    file.bytes = cenc::signal(isobmff::writeInitSegment(track).value(), protection, headers).value();
    if (options.segmentIndex) append(file.bytes, isobmff::writeSegmentIndex(index).value());
    for (const std::uint64_t place : places)
        file.sampleOffsets.push_back(file.bytes.size() + place);
    for (const std::uint64_t segment : segments)
        file.segmentOffsets.push_back(file.bytes.size() + segment);
    append(file.bytes, body);
    file.samples = std::move(samples);
    return file;
}

}  // namespace keyreel::test
