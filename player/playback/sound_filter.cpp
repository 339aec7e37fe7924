#include "player/playback/sound_filter.h"

extern "C" {
#include <libavfilter/avfilter.h>
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
}

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include "core/base/decimal.h"
#include "player/playback/audio_ring.h"
#include "player/playback/ff.h"

namespace keyreel::playback {

namespace {

constexpr double kSlowestStage = 0.5;  // What one atempo takes.
/// Frames of 100 ms, smoothed over 15 of them, and at most eight times as loud: whispers come up within a
/// sentence, and silence does not become noise. A seek begins with the gain of its place.
constexpr const char* kEven = "dynaudnorm=framelen=100:gausssize=15:maxgain=8:altboundary=1";

tl::unexpected<Error> noFilter(int code) {
    return fail("media_decode_failed",
                "The sound cannot be changed as you want it: " + ff::describe(code) + ".");
}

}  // namespace

struct SoundFilter::Graph {
    AVFilterGraph* graph = nullptr;
    AVFilterContext* in = nullptr;
    AVFilterContext* out = nullptr;
    std::int64_t written = 0;
    ~Graph() { avfilter_graph_free(&graph); }
};

SoundFilter::SoundFilter(std::unique_ptr<Graph> graph) : m_graph(std::move(graph)) {}
SoundFilter::~SoundFilter() = default;

bool SoundWish::changesNothing() const {
    return !even && std::fabs(speed - 1.0) < 1e-3;
}

Result<std::unique_ptr<SoundFilter>> SoundFilter::create(const SoundWish& wish) {
    auto graph = std::make_unique<Graph>();
    graph->graph = avfilter_graph_alloc();
    if (graph->graph == nullptr)
        return fail("out_of_memory", "There is not enough memory for the sound filter.");
    graph->graph->nb_threads = 1;
    std::string filters =
        "abuffer=sample_rate=48000:sample_fmt=flt:channel_layout=stereo:time_base=1/48000[i];[i]";
    if (wish.even) filters += std::string(kEven) + ",";
    if (!SoundWish{wish.speed}.changesNothing()) {
        const double first = std::max(wish.speed, kSlowestStage);
        // Two stages reach below what one can do.
        filters += "atempo=" + decimal(first, 6) +
                   ",atempo=" + decimal(std::clamp(wish.speed / first, kSlowestStage, 1.0), 6) + ",";
    }
    filters += "aformat=sample_fmts=flt:channel_layouts=stereo[o];[o]abuffersink";
    AVFilterInOut* inputs = nullptr;
    AVFilterInOut* outputs = nullptr;
    int status = avfilter_graph_parse2(graph->graph, filters.c_str(), &inputs, &outputs);
    avfilter_inout_free(&inputs);
    avfilter_inout_free(&outputs);
    if (status >= 0) status = avfilter_graph_config(graph->graph, nullptr);
    if (status < 0) return noFilter(status);
    for (unsigned i = 0; i < graph->graph->nb_filters; ++i) {
        AVFilterContext* filter = graph->graph->filters[i];
        if (std::strcmp(filter->filter->name, "abuffer") == 0) graph->in = filter;
        if (std::strcmp(filter->filter->name, "abuffersink") == 0) graph->out = filter;
    }
    if (graph->in == nullptr || graph->out == nullptr) return noFilter(AVERROR_FILTER_NOT_FOUND);
    return std::unique_ptr<SoundFilter>(new SoundFilter(std::move(graph)));
}

Status SoundFilter::process(std::span<const float> in, std::vector<float>& out) {
    if (in.empty()) return {};
    ff::FramePtr frame(av_frame_alloc());
    if (!frame) return fail("out_of_memory", "There is not enough memory for the sound filter.");
    frame->format = AV_SAMPLE_FMT_FLT;
    frame->sample_rate = kSoundRate;
    frame->nb_samples = static_cast<int>(in.size() / kSoundChannels);
    frame->pts = m_graph->written;
    av_channel_layout_default(&frame->ch_layout, kSoundChannels);
    if (const int got = av_frame_get_buffer(frame.get(), 0); got < 0) return noFilter(got);
    std::memcpy(frame->data[0], in.data(), in.size_bytes());
    m_graph->written += frame->nb_samples;
    if (const int added = av_buffersrc_add_frame(m_graph->in, frame.get()); added < 0) return noFilter(added);
    return collect(out);
}

Status SoundFilter::drain(std::vector<float>& out) {
    if (const int ended = av_buffersrc_add_frame(m_graph->in, nullptr); ended < 0) return noFilter(ended);
    return collect(out);
}

Status SoundFilter::collect(std::vector<float>& out) {
    for (;;) {
        ff::FramePtr frame(av_frame_alloc());
        if (!frame) return fail("out_of_memory", "There is not enough memory for the sound filter.");
        const int got = av_buffersink_get_frame(m_graph->out, frame.get());
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return {};
        if (got < 0) return noFilter(got);
        const auto* samples = reinterpret_cast<const float*>(frame->data[0]);
        out.insert(out.end(), samples,
                   samples + static_cast<std::size_t>(frame->nb_samples) * kSoundChannels);
    }
}

}  // namespace keyreel::playback
