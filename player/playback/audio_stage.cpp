#include <algorithm>
#include <cmath>
#include <utility>

#include "player/playback/stages.h"

namespace keyreel::playback {

namespace {

constexpr double kMicrosecondsPerFrame = 1e6 / kSoundRate;
/// A larger step between two blocks of sound is a gap in the track, not rounding.
constexpr double kGap = 20'000;

}  // namespace

AudioStage::AudioStage(std::unique_ptr<Decoder> decoder, AudioRing& out, StageSettings& settings,
                       std::function<void()> changed)
    : m_decoder(std::move(decoder)), m_out(out), m_settings(settings), m_changed(std::move(changed)) {}

void AudioStage::begin(const Seek& seek) {
    m_decoder->flush();
    m_resampler.reset();
    m_fromRate = 0;
    m_seek = seek;
    m_started = false;
    m_outputPlaced = false;
    m_stale = false;
    m_pending.clear();
    m_wish = {m_settings.speed, m_settings.even};
    if (std::fabs(m_wish.speed - 1.0) < 1e-3) m_wish.speed = 1.0;
    m_ready = makeFilter();
}

Status AudioStage::makeFilter() {
    m_filter.reset();
    if (m_wish.changesNothing()) return {};
    KEYREEL_TRY(m_filter, SoundFilter::create(m_wish));
    return {};
}

/// What was heard up to here is all that comes of it; what follows has a place of its own.
Status AudioStage::endPart() {
    if (m_filter) {
        KEYREEL_CHECK(m_filter->drain(m_pending));
        KEYREEL_CHECK(makeFilter());
    }
    write(true);
    m_outputPlaced = false;
    return {};
}

Status AudioStage::decode(const Sample& sample) {
    if (m_stale) return {};
    KEYREEL_CHECK(m_ready);
    KEYREEL_CHECK(m_decoder->send(sample.packet.get()));
    return receiveAll();
}

Status AudioStage::change(std::unique_ptr<Decoder> decoder, Time, std::size_t rung) {
    if (!m_stale) {
        KEYREEL_CHECK(m_decoder->send(nullptr));
        KEYREEL_CHECK(receiveAll());
    }
    replace(std::move(decoder), rung);
    return {};
}

void AudioStage::replace(std::unique_ptr<Decoder> decoder, std::size_t) {
    m_decoder = std::move(decoder);
}

Status AudioStage::drain() {
    if (m_stale) return {};
    KEYREEL_CHECK(m_decoder->send(nullptr));
    KEYREEL_CHECK(receiveAll());
    if (m_filter) KEYREEL_CHECK(m_filter->drain(m_pending));
    write(true);
    return {};
}

void AudioStage::finish(std::optional<Error> error) {
    m_out.finish(m_seek.serial, std::move(error));
    m_changed();
}

Status AudioStage::receiveAll() {
    while (!m_stale) {
        KEYREEL_TRY(const ff::FramePtr frame, m_decoder->receive());
        if (!frame) break;
        KEYREEL_CHECK(take(*frame));
    }
    return {};
}

Status AudioStage::resample(AVFrame& frame, std::vector<float>& out) {
    if (!m_resampler || m_fromRate != frame.sample_rate || m_fromChannels != frame.ch_layout.nb_channels ||
        m_fromFormat != frame.format) {
        AVChannelLayout from{};
        if (frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
            av_channel_layout_default(&from, frame.ch_layout.nb_channels);
        else if (av_channel_layout_copy(&from, &frame.ch_layout) < 0)
            return fail("out_of_memory", "There is not enough memory for the sound.");
        AVChannelLayout stereo{};
        av_channel_layout_default(&stereo, kSoundChannels);
        SwrContext* context = nullptr;
        const bool made = swr_alloc_set_opts2(&context, &stereo, AV_SAMPLE_FMT_FLT, kSoundRate, &from,
                                              static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0,
                                              nullptr) >= 0 &&
                          swr_init(context) >= 0;
        av_channel_layout_uninit(&from);
        m_resampler.reset(context);
        if (!made) {
            m_resampler.reset();
            return fail("media_decode_failed", "The sound track's sample format cannot be played.");
        }
        m_fromRate = frame.sample_rate;
        m_fromChannels = frame.ch_layout.nb_channels;
        m_fromFormat = frame.format;
    }
    const int room = swr_get_out_samples(m_resampler.get(), frame.nb_samples);
    if (room < 0) return fail("media_decode_failed", "A block of sound could not be converted.");
    out.resize(static_cast<std::size_t>(room) * kSoundChannels);
    auto* data = reinterpret_cast<std::uint8_t*>(out.data());
    const int got = swr_convert(m_resampler.get(), &data, room,
                                const_cast<const std::uint8_t**>(frame.extended_data), frame.nb_samples);
    if (got < 0) return fail("media_decode_failed", "A block of sound could not be converted.");
    out.resize(static_cast<std::size_t>(got) * kSoundChannels);
    return {};
}

Status AudioStage::take(AVFrame& frame) {
    const auto pts = static_cast<double>(m_decoder->timeOf(frame).count());
    std::vector<float> samples;
    KEYREEL_CHECK(resample(frame, samples));
    // The first block says where the sound stands, later ones follow it unless the track has a gap.
    if (!m_started || std::fabs(pts - m_inputTime) > kGap) {
        if (m_started) KEYREEL_CHECK(endPart());
        m_inputTime = pts;
    }
    std::size_t first = 0;
    const double begin = std::max(0.0, static_cast<double>(m_seek.target.count()));
    const std::size_t frames = samples.size() / kSoundChannels;
    if (m_inputTime < begin)
        first = std::min(
            frames, static_cast<std::size_t>(std::llround((begin - m_inputTime) / kMicrosecondsPerFrame)));
    const double start = m_inputTime + static_cast<double>(first) * kMicrosecondsPerFrame;
    m_inputTime += static_cast<double>(frames) * kMicrosecondsPerFrame;
    if (first == frames) {
        m_started = true;
        return {};
    }
    // Changed sound comes out later than its source went in; its time is counted from the first frame on.
    if (!m_outputPlaced || (!m_filter && m_pending.empty())) m_outputTime = start;
    m_outputPlaced = true;
    m_started = true;
    const std::span<const float> used(samples.data() + first * kSoundChannels,
                                      (frames - first) * kSoundChannels);
    if (m_filter) {
        KEYREEL_CHECK(m_filter->process(used, m_pending));
    } else {
        m_pending.insert(m_pending.end(), used.begin(), used.end());
    }
    write(false);
    return {};
}

void AudioStage::write(bool rest) {
    std::size_t from = 0;
    const double perFrame = kMicrosecondsPerFrame * m_wish.speed;
    while (!m_stale) {
        const std::size_t frames =
            std::min<std::size_t>((m_pending.size() - from) / kSoundChannels, kBlockFrames);
        if (frames == 0 || (frames < kBlockFrames && !rest)) break;
        if (!m_out.waitForRoom(m_seek.serial)) {
            m_stale = true;
            break;
        }
        AudioBlock* block = m_out.beginWrite();
        block->serial = m_seek.serial;
        block->start = m_outputTime;
        block->mediaPerFrame = perFrame;
        block->frames = static_cast<int>(frames);
        std::copy_n(m_pending.begin() + static_cast<std::ptrdiff_t>(from), frames * kSoundChannels,
                    block->samples.begin());
        m_out.endWrite();
        m_outputTime += static_cast<double>(frames) * perFrame;
        from += frames * kSoundChannels;
    }
    if (from == 0) return;
    m_pending.erase(m_pending.begin(), m_pending.begin() + static_cast<std::ptrdiff_t>(from));
    m_changed();
}

}  // namespace keyreel::playback
