#include "core/media/joined_reader.h"

#include <algorithm>

#include "core/media/sample_engine.h"

namespace keyreel::media {
namespace {

class JoinedEngine final : public SampleReader::Engine {
public:
    Status take(std::vector<SampleReader> readers) {
        const SampleReader* pictures = nullptr;
        for (const SampleReader& reader : readers) {
            if (reader.tracks().front().kind != TrackKind::Video) continue;
            if (pictures != nullptr) return severalPictures(*pictures, reader);
            pictures = &reader;
        }
        const MediaInfo& main = (pictures != nullptr ? *pictures : readers.front()).info();
        m_info = main;
        m_info.tracks.clear();
        m_info.size = 0;
        m_info.bitRate = 0;
        m_info.textStreams = 0;
        for (SampleReader& reader : readers)
            m_inputs.push_back({std::move(reader), {}, {}, false});
        for (const TrackKind kind : {TrackKind::Video, TrackKind::Audio})
            for (Input& input : m_inputs)
                addTracks(input, kind);
        for (const Input& input : m_inputs)
            addInfo(input.reader);
        const auto sound = std::count_if(m_tracks.begin(), m_tracks.end(),
                                         [](const Track& track) { return track.kind == TrackKind::Audio; });
        if (static_cast<std::size_t>(sound) > kMaxAudioTracks)
            return fail("inputs_too_many_tracks",
                        "The films have " + std::to_string(sound) + " tracks of sound together; " +
                            std::to_string(kMaxAudioTracks) + " are allowed.",
                        "Leave some of them out.");
        return {};
    }

    [[nodiscard]] const std::vector<Track>& tracks() const override { return m_tracks; }
    [[nodiscard]] const MediaInfo& info() const override { return m_info; }
    [[nodiscard]] const std::vector<std::string>& remarks() const override { return m_remarks; }

    Result<std::optional<Sample>> nextPlace(const std::stop_token& stop) override {
        if (m_current != nullptr) m_current->ahead.reset();
        m_current = nullptr;
        double earliest = 0;
        for (Input& input : m_inputs) {
            if (!input.ahead && !input.ended) {
                KEYREEL_TRY(input.ahead, input.reader.nextPlace(stop));
                input.ended = !input.ahead.has_value();
            }
            if (!input.ahead) continue;
            const Track& track = input.reader.tracks()[input.ahead->track];
            const double time = static_cast<double>(input.ahead->decodeTime) / track.timescale;
            if (m_current != nullptr && time >= earliest) continue;
            m_current = &input;
            earliest = time;
        }
        if (m_current == nullptr) return std::optional<Sample>{};
        Sample sample = *m_current->ahead;
        sample.track = m_current->trackOf[sample.track];
        return std::optional<Sample>(sample);
    }

    Status copy(MutableBytes out) override { return m_current->reader.copy(out); }

    [[nodiscard]] std::uint64_t position() const override {
        std::uint64_t sum = 0;
        for (const Input& input : m_inputs)
            sum += input.reader.position();
        return sum;
    }

    [[nodiscard]] bool leavesBytesInFile() const override { return m_current->reader.leavesBytesInFile(); }
    [[nodiscard]] std::uint64_t placeInFile() const override { return m_current->reader.placeInFile(); }

private:
    struct Input {
        SampleReader reader;
        std::vector<std::uint32_t> trackOf;  ///< Of the reader's tracks, among all.
        std::optional<Sample> ahead;         ///< Its data stays until the reader is asked again.
        bool ended = false;
    };

    static tl::unexpected<Error> severalPictures(const SampleReader& one, const SampleReader& other) {
        return fail("inputs_several_pictures",
                    one.info().path.filename().string() + " and " + other.info().path.filename().string() +
                        " both have a picture, and a package has one film.",
                    "Name one of them. Several qualities of one film are made with --ladder; further sound "
                    "comes from files that have no picture.");
    }

    void addTracks(Input& input, TrackKind kind) {
        const std::vector<Track>& tracks = input.reader.tracks();
        input.trackOf.resize(tracks.size());
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            if (tracks[i].kind != kind) continue;
            input.trackOf[i] = static_cast<std::uint32_t>(m_tracks.size());
            m_tracks.push_back(tracks[i]);
            const bool first = m_tracks.size() == 1 || m_tracks[m_tracks.size() - 2].kind != kind;
            m_tracks.back().isDefault = first;
        }
    }

    void addInfo(const SampleReader& reader) {
        const MediaInfo& info = reader.info();
        m_info.tracks.insert(m_info.tracks.end(), info.tracks.begin(), info.tracks.end());
        m_info.size += info.size;
        m_info.bitRate += info.bitRate;
        m_info.textStreams += info.textStreams;
        m_info.durationSeconds = std::max(m_info.durationSeconds, info.durationSeconds);
        m_remarks.insert(m_remarks.end(), reader.remarks().begin(), reader.remarks().end());
    }

    std::vector<Input> m_inputs;
    Input* m_current = nullptr;
    std::vector<Track> m_tracks;
    MediaInfo m_info;
    std::vector<std::string> m_remarks;
};

}  // namespace

Result<SampleReader> joinReaders(std::vector<SampleReader> readers) {
    if (readers.size() == 1) return std::move(readers.front());
    auto engine = std::make_unique<JoinedEngine>();
    KEYREEL_CHECK(engine->take(std::move(readers)));
    return SampleReader(std::move(engine));
}

}  // namespace keyreel::media
