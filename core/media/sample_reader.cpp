#include "core/media/sample_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "core/base/progress.h"
#include "core/media/describe.h"
#include "core/media/film_part.h"
#include "core/media/ladder.h"
#include "core/media/sample_engine.h"
#include "core/media/sound_measure.h"
#include "core/media/source_groups.h"
#include "core/media/tone_map.h"
#include "core/media/track_pipe.h"
#include "core/media/video_transcoder.h"

namespace keyreel::media {

namespace {

class LocalEngine final : public SampleReader::Engine {
public:
    explicit LocalEngine(Demuxer demuxer) : m_demuxer(std::move(demuxer)), m_read(makePacket()) {}

    Status prepare(const FilmSource& film, const ReaderOptions& options) {
        const MediaInfo& info = m_demuxer.info();
        m_pipeOf.assign(m_demuxer.format()->nb_streams, nullptr);
        if (m_demuxer.lacksFrameRate() && info.video().selected)
            return fail(
                "media_no_frame_rate",
                m_demuxer.file().name() + " does not say how many pictures it shows in a second.",
                "Package it with --frame-rate, for example --frame-rate 25 or 30000/1001, or put it into an "
                "MP4 file first.");
        if (info.video().selected) {
            KEYREEL_CHECK(addPictures(film, info.video(), options));
        } else {
            KEYREEL_CHECK(keepPart(film, options, nullptr, PartCut::Exactly));
        }
        KEYREEL_CHECK(measure(film, options));
        std::size_t audio = 0;
        for (const TrackInfo& track : info.tracks) {
            if (track.kind != TrackKind::Audio || !track.selected || audio >= options.audioTracks) continue;
            KEYREEL_CHECK(addSound(track, options, ++audio));
        }
        for (const auto& pipe : m_pipes) {
            m_tracks.push_back(pipe->track());
            const bool first = std::none_of(m_tracks.begin(), m_tracks.end() - 1,
                                            [&](const Track& t) { return t.kind == m_tracks.back().kind; });
            m_tracks.back().isDefault = first;
        }
        return {};
    }

    Status copy(MutableBytes out) override {
        if (!m_demuxer.readsPlacesOnly()) {
            std::copy_n(m_data.begin(), out.size(), out.begin());
            return {};
        }
        return m_demuxer.file().read(static_cast<std::uint64_t>(m_current.packet->pos), out);
    }

    Result<std::optional<Sample>> nextPlace(const std::stop_token& stop) override {
        if (!m_started) KEYREEL_CHECK(start());
        if (m_current.packet) m_pool.give(std::move(m_current.packet));
        for (;;) {
            while (m_ready.empty()) {
                if (stop.stop_requested()) return cancelled("Reading " + m_demuxer.file().name());
                if (m_ended) return std::optional<Sample>{};
                KEYREEL_CHECK(advance());
            }
            m_current = std::move(m_ready.front());
            m_ready.pop_front();
            if (isHeardOrSeen(m_current)) break;
            m_pool.give(std::move(m_current.packet));
        }
        const TrackPipe& pipe = *m_pipes[m_current.track];
        const std::int64_t offset = m_current.presentationTime - m_current.decodeTime;
        if (offset < std::numeric_limits<std::int32_t>::min() ||
            offset > std::numeric_limits<std::int32_t>::max())
            return fail("media_damaged",
                        m_demuxer.file().name() + " has a sample that is shown hours after it is decoded.",
                        "Convert the film with another program.");
        m_data = {};
        if (!m_demuxer.readsPlacesOnly()) {
            KEYREEL_TRY(m_data, pipe.isoForm(*m_current.packet, m_scratch));
        } else if (m_current.packet->pos < 0) {
            return fail("media_damaged", m_demuxer.file().name() + " has a sample without a place.",
                        "Convert the film with another program.");
        }
        Sample sample;
        sample.track = m_current.track;
        sample.decodeTime = m_current.decodeTime;
        sample.compositionOffset = static_cast<std::int32_t>(offset);
        sample.duration = m_current.duration;
        sample.key = m_current.key;
        sample.data = m_data;
        sample.size = m_demuxer.readsPlacesOnly() ? static_cast<std::uint32_t>(m_current.packet->size)
                                                  : static_cast<std::uint32_t>(m_data.size());
        return std::optional<Sample>(sample);
    }

    [[nodiscard]] const std::vector<Track>& tracks() const override { return m_tracks; }
    [[nodiscard]] const MediaInfo& info() const override { return m_demuxer.info(); }
    [[nodiscard]] const std::vector<std::string>& remarks() const override { return m_remarks; }
    [[nodiscard]] std::uint64_t position() const override { return m_demuxer.file().furthest(); }
    [[nodiscard]] bool leavesBytesInFile() const override { return m_demuxer.readsPlacesOnly(); }
    [[nodiscard]] std::uint64_t placeInFile() const override {
        return static_cast<std::uint64_t>(m_current.packet->pos);
    }

private:
    /// Whether every sample of every track stands in the file just as it is delivered.
    [[nodiscard]] bool deliversFileBytes() const {
        if (!m_demuxer.isIso() || m_demuxer.file().mediaRanges().empty()) return false;
        return std::all_of(m_pipes.begin(), m_pipes.end(),
                           [](const auto& pipe) { return pipe->deliversFileBytes(); });
    }

    Status start() {
        m_started = true;
        const TrackInfo& picture = m_demuxer.info().video();
        if (m_part)
            m_window.emplace(*m_part, picture.selected ? static_cast<int>(picture.index) : -1, m_streamOf);
        if (!deliversFileBytes()) return {};
        KEYREEL_CHECK(m_demuxer.readPlacesOnly());
        for (std::size_t i = 0; i < m_pipes.size(); ++i)
            m_pipes[i]->useStream(m_demuxer.stream(m_streamOf[i]));
        return {};
    }

    /// Before the pipes are made, which count from where the part begins.
    Status keepPart(const FilmSource& film, const ReaderOptions& options, const TrackInfo* picture,
                    PartCut cut) {
        if (options.part.isWhole()) return {};
        const int stream = picture != nullptr ? static_cast<int>(picture->index) : -1;
        KEYREEL_TRY(m_part, findPart(film, options, stream, cut));
        m_demuxer.keepPart(m_part->begin, m_part->end);
        for (std::string& remark : partRemarks(options.part, *m_part))
            m_remarks.push_back(std::move(remark));
        return {};
    }

    /// Of a part of the film: sound that is not in it is left out, but for what its beginning needs.
    [[nodiscard]] bool isHeardOrSeen(ReadyPacket& sample) const {
        const Track& track = m_tracks[sample.track];
        if (!m_part || track.kind != TrackKind::Audio) return true;
        const std::int64_t end = sample.presentationTime + sample.duration;
        if (m_demuxer.partBegin() > 0 && end <= 0 && -end >= soundBefore(track, sample.duration))
            return false;
        if (m_demuxer.partLength() == INT64_MAX) return true;
        const std::int64_t last = av_rescale(m_demuxer.partLength(), track.timescale, AV_TIME_BASE);
        if (sample.presentationTime >= last) return false;
        sample.duration = static_cast<std::uint32_t>(std::min(end, last) - sample.presentationTime);
        return true;
    }

    Status addPictures(const FilmSource& film, const TrackInfo& info, const ReaderOptions& options) {
        const bool ladder = !options.ladder.empty();
        if (!ladder && info.carried && !options.transcodeVideo) {
            KEYREEL_CHECK(keepPart(film, options, &info, PartCut::AtKeyFrames));
            return carry(info);
        }
        // Its pictures can be carried, but neither shown nor encoded anew.
        if (needsDolbyVision(m_demuxer.stream(info.index)))
            return hasOnlyDolbyVision(m_demuxer.file().name());
        bool kept = false;
        if (ladder && options.keepSource) {
            KEYREEL_TRY(kept, keepsSource(film, info, options));
        }
        KEYREEL_CHECK(keepPart(film, options, &info, kept ? PartCut::AtKeyFrames : PartCut::Exactly));
        std::uint32_t timescale = 0;
        if (kept) {
            KEYREEL_CHECK(carry(info));
            // Times that are the same number of ticks can be compared without rounding.
            timescale = m_pipes.front()->track().timescale;
        }
        KEYREEL_TRY(m_transcoder, VideoTranscoder::open(m_demuxer, info, options, timescale, kept));
        m_transcoded = info.index;
        const Track& source = m_transcoder->source();
        LadderChoice choice;
        if (ladder)
            choice = chooseRungs(source, options.ladder, options.crf, kept);
        else
            choice.rungs.push_back(rungOf(source, options.transcodeHeight));
        if (!ladder) choice.rungs.front().crf = options.crf;
        std::move(choice.remarks.begin(), choice.remarks.end(), std::back_inserter(m_remarks));
        if (isHighDynamicRange(source.colour))
            m_remarks.emplace_back(
                "The film has high dynamic range; pictures that are encoded anew have standard range.");
        for (const Rung& chosen : choice.rungs) {
            auto rung = std::make_unique<VideoRung>(static_cast<std::uint32_t>(m_pipes.size()), m_pool,
                                                    m_demuxer.file().name());
            KEYREEL_CHECK(rung->prepare(source, chosen, options));
            m_transcoder->feed(*rung);
            m_streamOf.push_back(info.index);
            m_pipes.push_back(std::move(rung));
        }
        m_demuxer.stream(info.index)->discard = AVDISCARD_DEFAULT;
        return {};
    }

    /// Whether the film's own pictures stand at the top of the ladder; if not, a remark says why.
    Result<bool> keepsSource(const FilmSource& film, const TrackInfo& info, const ReaderOptions& options) {
        std::string why = info.reason;
        if (info.carried && options.transcodeVideo) why = "They are to be encoded anew.";
        if (why.empty()) {
            KEYREEL_TRY(why, whySourceNotKept(film, info.index, options.groupSeconds));
        }
        if (why.empty()) return true;
        m_remarks.push_back("The film's own pictures are not kept as they are. " + why);
        return false;
    }

    Status carry(const TrackInfo& info) {
        KEYREEL_TRY(auto pipe,
                    makeCarryPipe(m_demuxer, info, static_cast<std::uint32_t>(m_pipes.size()), m_pool));
        take(info, std::move(pipe));
        return {};
    }

    /// How loud the sound is that will be made louder or quieter.
    Status measure(const FilmSource& film, const ReaderOptions& options) {
        if (options.loudness == 0) return {};
        std::vector<std::uint32_t> streams;
        for (const TrackInfo& track : m_demuxer.info().tracks)
            if (track.kind == TrackKind::Audio && track.selected &&
                (!track.carried || options.transcodeAudio) && streams.size() < options.audioTracks)
                streams.push_back(track.index);
        if (streams.empty()) return {};
        KEYREEL_TRY(m_loudness,
                    measureSound(film, streams, m_demuxer.partBegin(), m_part ? m_part->end : INT64_MAX));
        return {};
    }

    Status addSound(const TrackInfo& info, const ReaderOptions& options, std::size_t number) {
        if (info.carried && !options.transcodeAudio) return carry(info);
        SoundLevel level;
        if (const auto measured = m_loudness.find(info.index); measured != m_loudness.end()) {
            level.gain =
                static_cast<float>(std::pow(10.0, gainTo(options.loudness, measured->second) / 20.0));
            m_remarks.push_back(loudnessRemark(number, options.loudness, measured->second));
        }
        KEYREEL_TRY(auto pipe,
                    makeAudioTranscodePipe(m_demuxer, info, static_cast<std::uint32_t>(m_pipes.size()),
                                           m_pool, level));
        take(info, std::move(pipe));
        return {};
    }

    void take(const TrackInfo& info, std::unique_ptr<TrackPipe> pipe) {
        m_demuxer.stream(info.index)->discard = AVDISCARD_DEFAULT;
        m_pipeOf[info.index] = pipe.get();
        m_streamOf.push_back(info.index);
        m_pipes.push_back(std::move(pipe));
    }

    Status advance() {
        const bool over = m_window && m_window->isOver();
        KEYREEL_TRY(const bool more, over ? Result<bool>(false) : m_demuxer.read(m_read.get()));
        if (more) {
            const auto index = static_cast<std::size_t>(m_read->stream_index);
            const bool wanted = !m_window || m_window->admits(m_demuxer, *m_read);
            const Status pushed = wanted ? push(index) : Status{};
            av_packet_unref(m_read.get());
            return pushed;
        }
        if (!over) KEYREEL_CHECK(checkComplete());
        if (m_transcoder) KEYREEL_CHECK(m_transcoder->finish(m_ready));
        for (const auto& pipe : m_pipes)
            KEYREEL_CHECK(pipe->finish(m_ready));
        m_ended = true;
        return {};
    }

    /// A pipe that carries takes the packet's content, so it comes last.
    Status push(std::size_t stream) {
        if (m_transcoder && stream == m_transcoded) KEYREEL_CHECK(m_transcoder->push(*m_read, m_ready));
        TrackPipe* pipe = stream < m_pipeOf.size() ? m_pipeOf[stream] : nullptr;
        return pipe != nullptr ? pipe->push(m_read.get(), m_ready) : Status{};
    }

    /// libavformat ends quietly where it finds no more. Here the end must be the one that the file announced.
    [[nodiscard]] Status checkComplete() const {
        const auto cutOff = [&](const std::string& detail) {
            return fail("media_truncated", m_demuxer.file().name() + " is cut off: " + detail + ".",
                        "Copy or download the film again.");
        };
        if ((m_transcoder ? m_transcoder->pushed() : m_pipes.front()->pushed()) == 0)
            return cutOff(m_tracks.front().kind == TrackKind::Video ? "it has no pictures"
                                                                    : "it has no sound");
        double longest = 0;
        for (std::size_t i = 0; i < m_pipes.size(); ++i) {
            const AVStream* stream = m_demuxer.stream(m_streamOf[i]);
            const double end = static_cast<double>(m_pipes[i]->end()) / m_tracks[i].timescale;
            longest = std::max(longest, end);
            if (!m_demuxer.isIso() || m_tracks[i].transcoded) continue;
            const int indexed = avformat_index_get_entries_count(stream);
            const std::uint64_t there =
                m_pipes[i]->pushed() + (m_window ? m_window->refused(m_streamOf[i]) : 0);
            if (indexed > 0 && there < static_cast<std::uint64_t>(indexed))
                return cutOff(std::to_string(indexed) + " samples announced, " + std::to_string(there) +
                              " there");
            double declared = stream->duration > 0
                                  ? static_cast<double>(stream->duration) * av_q2d(stream->time_base)
                                  : 0.0;
            if (m_part)
                declared = std::min(declared - m_demuxer.info().partBegin, m_demuxer.info().durationSeconds);
            if (end + slack(declared) < declared)
                return cutOff("it announces " + std::to_string(std::lround(declared)) + " seconds and has " +
                              std::to_string(std::lround(end)));
        }
        const bool carriedOnly = std::none_of(m_tracks.begin(), m_tracks.end(),
                                              [](const Track& track) { return track.transcoded; });
        const double declared = m_demuxer.info().durationSeconds;
        const bool flac = m_demuxer.isElementarySound() && m_tracks.front().codec == Codec::Flac;
        if ((m_demuxer.isMatroska() || flac) && carriedOnly && longest + slack(declared) < declared)
            return cutOff("it announces " + std::to_string(std::lround(declared)) + " seconds and has " +
                          std::to_string(std::lround(longest)));
        return {};
    }

    /// What a header may be wrong by without being taken for a sign of truncation.
    static double slack(double seconds) { return 2.0 + seconds / 20.0; }

    Demuxer m_demuxer;
    Handle<AVPacket> m_read;
    PacketPool m_pool;
    std::vector<std::unique_ptr<TrackPipe>> m_pipes;
    std::unique_ptr<VideoTranscoder> m_transcoder;
    std::size_t m_transcoded = 0;  ///< Its stream.
    std::optional<FoundPart> m_part;
    std::optional<PartWindow> m_window;  ///< Once reading has begun.
    std::vector<std::string> m_remarks;
    std::map<std::uint32_t, Loudness> m_loudness;  ///< By stream.
    std::vector<TrackPipe*> m_pipeOf;
    std::vector<std::uint32_t> m_streamOf;
    std::vector<Track> m_tracks;
    ReadyQueue m_ready;
    ReadyPacket m_current;
    ByteView m_data;
    Bytes m_scratch;
    bool m_started = false;
    bool m_ended = false;
};

}  // namespace

Result<std::optional<Sample>> SampleReader::Engine::next(const std::stop_token& stop) {
    KEYREEL_TRY(std::optional<Sample> sample, nextPlace(stop));
    if (sample && sample->data.empty() && sample->size > 0) {
        m_whole.resize(sample->size);
        KEYREEL_CHECK(copy(m_whole));
        sample->data = m_whole;
    }
    return sample;
}

SampleReader::SampleReader(std::unique_ptr<Engine> engine) : m_engine(std::move(engine)) {}
SampleReader::SampleReader(SampleReader&&) noexcept = default;
SampleReader& SampleReader::operator=(SampleReader&&) noexcept = default;
SampleReader::~SampleReader() = default;

Result<SampleReader> SampleReader::open(const FilmSource& film, const ReaderOptions& options) {
    KEYREEL_TRY(Demuxer demuxer, Demuxer::open(film, options.pictureOptional ? Needs::Film : Needs::Picture,
                                               options.frameRate, options.onlyDolbyVision));
    auto engine = std::make_unique<LocalEngine>(std::move(demuxer));
    KEYREEL_CHECK(engine->prepare(film, options));
    return SampleReader(std::move(engine));
}

const std::vector<Track>& SampleReader::tracks() const {
    return m_engine->tracks();
}

const MediaInfo& SampleReader::info() const {
    return m_engine->info();
}

const std::vector<std::string>& SampleReader::remarks() const {
    return m_engine->remarks();
}

Result<std::optional<Sample>> SampleReader::next(std::stop_token stop) {
    return m_engine->next(stop);
}

Result<std::optional<Sample>> SampleReader::nextPlace(std::stop_token stop) {
    return m_engine->nextPlace(stop);
}

Status SampleReader::copy(MutableBytes out) {
    return m_engine->copy(out);
}

std::uint64_t SampleReader::position() const {
    return m_engine->position();
}

bool SampleReader::leavesBytesInFile() const {
    return m_engine->leavesBytesInFile();
}

std::uint64_t SampleReader::placeInFile() const {
    return m_engine->placeInFile();
}

}  // namespace keyreel::media
