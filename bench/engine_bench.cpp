// The engine's inner loops beside what the machine can do at best: the same bytes in one call of OpenSSL, or
// read without a view. Makes a film of random slices; nothing is read from the disk.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <memory>
#include <random>

#include "core/base/byte_source.h"
#include "core/cenc/clear_view.h"
#include "core/cenc/sample_protector.h"
#include "core/cenc/signalling.h"
#include "core/cenc/subsample_planner.h"
#include "core/crypto/aes_cbc.h"
#include "core/crypto/aes_ctr.h"
#include "core/isobmff/fragment_writer.h"
#include "core/isobmff/init_segment.h"

namespace {

using namespace keyreel;

constexpr std::array<std::uint8_t, 16> kKey{1, 2, 3};
constexpr cenc::KeyId kKeyId{4, 5, 6};
constexpr std::array<std::uint8_t, 16> kIv{7, 8, 9};
constexpr std::size_t kTotal = 16U << 20;

/// Baseline, POC type 2, 320x240; the slice header of an IDR picture takes the first bytes of each NAL unit.
isobmff::TrackDescription film() {
    isobmff::TrackDescription track;
    track.handler = isobmff::Handler::Video;
    track.codec = isobmff::Codec::Avc;
    track.timescale = 25;
    track.width = 320;
    track.height = 240;
    track.configuration = {1,    66,   0,    30,   0xff, 0xe1, 0, 9, 0x67, 0x42, 0x00, 0x1e,
                           0x8d, 0x68, 0x14, 0x1f, 0x90, 1,    0, 4, 0x68, 0xce, 0x38, 0x80};
    return track;
}

/// `slices` IDR slices of equal size, without bytes that need emulation prevention.
Bytes picture(std::mt19937& random, std::size_t size, std::size_t slices) {
    Bytes sample;
    const std::size_t each = size / slices;
    for (std::size_t slice = 0; slice < slices; ++slice) {
        const std::size_t nal = each - 4;
        for (int shift = 24; shift >= 0; shift -= 8)
            sample.push_back(static_cast<std::uint8_t>(nal >> shift));
        append(sample, Bytes{0x65, 0x88, 0x80, 0x00, 0x4d});
        for (std::size_t i = 5; i < nal; ++i)
            sample.push_back(static_cast<std::uint8_t>(4 + random() % 252));
    }
    return sample;
}

void setRate(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * static_cast<std::int64_t>(state.iterations()));
}

void ctrOneCall(benchmark::State& state) {
    auto cipher = crypto::AesCtr::create(kKey).value();
    Bytes data(kTotal);
    for (auto _ : state) {
        cipher.start(kIv);
        cipher.apply(data);
    }
    setRate(state, data.size());
}
BENCHMARK(ctrOneCall);

void ctrBySample(benchmark::State& state) {
    auto cipher = crypto::AesCtr::create(kKey).value();
    Bytes data(kTotal);
    const auto size = static_cast<std::size_t>(state.range(0));
    for (auto _ : state) {
        for (std::size_t at = 0; at + size <= data.size(); at += size) {
            cipher.start(std::span(kIv).first<8>());
            cipher.apply(MutableBytes(data).subspan(at, size));
        }
    }
    setRate(state, data.size());
}
BENCHMARK(ctrBySample)->RangeMultiplier(4)->Range(64, 1 << 20);

void cbcPattern(benchmark::State& state, crypto::AesCbc::Direction direction) {
    auto cipher = crypto::AesCbc::create(kKey, direction).value();
    Bytes data(kTotal);
    const auto size = static_cast<std::size_t>(state.range(0));
    for (auto _ : state) {
        for (std::size_t at = 0; at + size <= data.size(); at += size) {
            cipher.start(kIv);
            cipher.applyPattern(MutableBytes(data).subspan(at, size), 1, 9);
        }
    }
    setRate(state, data.size());
}
BENCHMARK_CAPTURE(cbcPattern, encrypt, crypto::AesCbc::Direction::Encrypt)->Arg(4096)->Arg(65536);
BENCHMARK_CAPTURE(cbcPattern, decrypt, crypto::AesCbc::Direction::Decrypt)->Arg(4096)->Arg(65536);

void planSample(benchmark::State& state) {
    std::mt19937 random(1);
    auto planner = cenc::SubsamplePlanner::create(film());
    if (!planner) {
        state.SkipWithError(planner.error().what.c_str());
        return;
    }
    const Bytes sample = picture(random, 65536, static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        auto map = planner->plan(sample);
        if (!map) {
            state.SkipWithError(map.error().what.c_str());
            return;
        }
        benchmark::DoNotOptimize(map);
    }
}
BENCHMARK(planSample)->Arg(1)->Arg(4)->Arg(16);

/// Fragments of 50 pictures of 64 KiB, protected.
Result<Bytes> protectedFilm(cenc::Scheme scheme) {
    std::mt19937 random(2);
    const auto track = film();
    const bool cbcs = scheme == cenc::Scheme::Cbcs;
    const cenc::Protection protection =
        cbcs ? cenc::Protection::cbcs(kKeyId, kIv, true) : cenc::Protection{scheme, kKeyId, 8};
    KEYREEL_TRY(auto ivs, cenc::IvAllocator::create());
    KEYREEL_TRY(auto sequence, ivs.draw());
    const SecretBytes key = SecretBytes::copyOf(kKey);
    KEYREEL_TRY(auto protector, cbcs
                                    ? cenc::SampleProtector::create(track, protection, key)
                                    : cenc::SampleProtector::create(track, scheme, key, std::move(sequence)));
    KEYREEL_TRY(const Bytes init, isobmff::writeInitSegment(track));
    KEYREEL_TRY(Bytes file, cenc::signal(init, protection, {}));
    isobmff::FragmentWriter writer;
    const Bytes clear = picture(random, 65536, 4);
    for (std::uint32_t fragment = 0; fragment < 5; ++fragment) {
        std::vector<isobmff::SampleMeta> metas;
        Bytes data;
        for (unsigned i = 0; i < 50; ++i) {
            Bytes sample = clear;
            KEYREEL_CHECK(protector.protect(sample));
            metas.push_back({1, static_cast<std::uint32_t>(sample.size()), 0, true});
            append(data, sample);
        }
        KEYREEL_TRY(const ByteView head,
                    writer.write({fragment + 1, 1, fragment * 50ULL}, metas, protector.aux()));
        append(file, head);
        append(file, data);
        protector.clearAux();
    }
    return file;
}

void readAll(benchmark::State& state, ByteSource& source) {
    Bytes block(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        for (std::uint64_t at = 0; at < source.size(); at += block.size()) {
            const auto size = std::min<std::uint64_t>(block.size(), source.size() - at);
            if (const auto read = source.read(at, MutableBytes(block).first(static_cast<std::size_t>(size)));
                !read) {
                state.SkipWithError(read.error().what.c_str());
                return;
            }
        }
    }
    setRate(state, static_cast<std::size_t>(source.size()));
}

void readPlain(benchmark::State& state) {
    auto file = protectedFilm(cenc::Scheme::Cenc);
    if (!file) {
        state.SkipWithError(file.error().what.c_str());
        return;
    }
    MemorySource source(std::move(*file));
    readAll(state, source);
}
BENCHMARK(readPlain)->Arg(32 << 10)->Arg(1 << 20);

void readClearView(benchmark::State& state, cenc::Scheme scheme) {
    auto file = protectedFilm(scheme);
    if (!file) {
        state.SkipWithError(file.error().what.c_str());
        return;
    }
    auto keys = std::make_shared<cenc::KeyRing>();
    (void)keys->add(kKeyId, SecretBytes::copyOf(kKey));
    auto view = cenc::ClearView::open(std::make_shared<MemorySource>(std::move(*file)), std::move(keys));
    if (!view) {
        state.SkipWithError(view.error().what.c_str());
        return;
    }
    readAll(state, **view);
}
BENCHMARK_CAPTURE(readClearView, cenc, cenc::Scheme::Cenc)->Arg(32 << 10)->Arg(1 << 20);
BENCHMARK_CAPTURE(readClearView, cbcs, cenc::Scheme::Cbcs)->Arg(32 << 10)->Arg(1 << 20);

}  // namespace

BENCHMARK_MAIN();
