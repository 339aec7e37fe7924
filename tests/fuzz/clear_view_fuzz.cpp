#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "core/cenc/clear_view.h"
#include "core/cenc/sample_protector.h"
#include "core/cenc/signalling.h"
#include "core/isobmff/fragment_writer.h"
#include "core/isobmff/init_segment.h"
#include "core/isobmff/segment_index.h"

namespace {

using namespace keyreel;

const std::vector<isobmff::Pssh> kHeaders(1);

constexpr std::array<std::uint8_t, 16> kKey{};

/// Two fragments of an audio track, protected, behind an index.
template <cenc::Scheme scheme>
const Bytes& validFile() {
    static const Bytes file = [] {
        isobmff::TrackDescription track;
        track.handler = isobmff::Handler::Audio;
        track.codec = isobmff::Codec::Opus;
        track.configuration = Bytes(11, 0);
        track.timescale = 48000;
        track.channels = 2;
        auto ivs = cenc::IvAllocator::create().value();
        const bool cbcs = scheme == cenc::Scheme::Cbcs;
        const cenc::Protection protection =
            cbcs ? cenc::Protection::cbcs({}, kKey, false) : cenc::Protection{};
        const SecretBytes key = SecretBytes::copyOf(kKey);
        auto protector = (cbcs ? cenc::SampleProtector::create(track, protection, key)
                               : cenc::SampleProtector::create(track, scheme, key, ivs.draw().value()))
                             .value();
        isobmff::FragmentWriter writer;
        isobmff::SegmentIndex index;
        index.timescale = 48000;
        Bytes body;
        for (std::uint32_t fragment = 0; fragment < 2; ++fragment) {
            Bytes samples(60);
            std::vector<isobmff::SampleMeta> metas;
            for (std::size_t i = 0; i < 3; ++i) {
                (void)protector.protect(MutableBytes(samples).subspan(i * 20, 20));
                metas.push_back({960, 20, 0, true});
            }
            const ByteView head =
                writer.write({fragment + 1, 1, 2880ULL * fragment}, metas, protector.aux()).value();
            index.references.push_back(
                {static_cast<std::uint32_t>(head.size() + samples.size()), 2880, true, 1});
            append(body, head);
            append(body, samples);
            protector.clearAux();
        }
        Bytes out = cenc::signal(isobmff::writeInitSegment(track).value(), protection, kHeaders).value();
        append(out, isobmff::writeSegmentIndex(index).value());
        append(out, body);
        return out;
    }();
    return file;
}

void view(Bytes file) {
    static const std::shared_ptr<const cenc::KeyRing> keys = [] {
        auto ring = std::make_shared<cenc::KeyRing>();
        (void)ring->add({}, SecretBytes::copyOf(kKey));
        return ring;
    }();
    const std::size_t size = file.size();
    auto opened = cenc::ClearView::open(std::make_shared<MemorySource>(std::move(file)), keys);
    if (!opened) return;
    Bytes whole(size);
    if (!(*opened)->read(0, whole)) return;
    // The view is one file: how it is read must not change what is read.
    Bytes part(97);
    for (std::size_t offset = 0; offset < size; offset += part.size()) {
        part.resize(std::min<std::size_t>(97, size - offset));
        if (!(*opened)->read(offset, part)) std::abort();
        if (!std::equal(part.begin(), part.end(), whole.begin() + static_cast<std::ptrdiff_t>(offset)))
            std::abort();
    }
}

}  // namespace

// The trust boundary to the demuxer takes any file. The first byte chooses: the rest is a file, or a list of
// {offset(16), byte} that damages a valid one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const ByteView input(data + 1, size - 1);
    if (data[0] % 4 == 0) {
        view(toBytes(input));
        return 0;
    }
    Bytes file = data[0] % 4 == 1 ? validFile<cenc::Scheme::Cbcs>() : validFile<cenc::Scheme::Cenc>();
    for (std::size_t i = 0; i + 3 <= input.size(); i += 3)
        file[(std::size_t{input[i]} << 8U | input[i + 1]) % file.size()] = input[i + 2];
    view(std::move(file));
    return 0;
}
