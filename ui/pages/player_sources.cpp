#include "ui/pages/player_sources.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <array>
#include <mutex>
#include <utility>

#include "core/adaptive/disk_codings.h"
#include "core/adaptive/disk_package.h"
#include "core/base/byte_source.h"
#include "core/media/probe.h"
#include "core/package/clip_file.h"
#include "core/package/text_reader.h"
#include "ui/models/engine.h"
#include "ui/models/formats.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;
using playback::Container;
using playback::TrackKind;
using playback::TrackSource;

/// EBML's magic number (RFC 8794 section 11.2.1): Matroska and WebM begin with it.
constexpr std::array<std::uint8_t, 4> kEbml{0x1a, 0x45, 0xdf, 0xa3};
/// Files of subtitles beside one film.
constexpr int kMostBeside = 32;
const QStringList kTextEndings{u"srt"_s, u"vtt"_s, u"ttml"_s, u"dfxp"_s, u"ass"_s, u"ssa"_s};

Container containerOf(FileSource& file) {
    std::array<std::uint8_t, kEbml.size()> head{};
    return file.read(0, head) && head == kEbml ? Container::Matroska : Container::Mp4;
}

/// A source that changes hands: who comes next waits until the last read of who was there has ended.
class OneReaderAtATime final : public ByteSource {
public:
    explicit OneReaderAtATime(std::shared_ptr<ByteSource> source) : m_source(std::move(source)) {}
    [[nodiscard]] std::uint64_t size() const override { return m_source->size(); }
    Status read(std::uint64_t offset, MutableBytes out) override {
        const std::lock_guard lock(m_mutex);
        return m_source->read(offset, out);
    }

private:
    std::shared_ptr<ByteSource> m_source;
    std::mutex m_mutex;
};

QString joined(const QStringList& parts) {
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(u" · "_s);
}

QString channelsText(std::uint32_t channels) {
    if (channels == 1) return tr("mono");
    if (channels == 2) return tr("stereo");
    if (channels == 6) return u"5.1"_s;
    if (channels == 8) return u"7.1"_s;
    return channels == 0 ? QString() : tr("%1 channels").arg(channels);
}

QString roleText(media::AudioRole role) {
    switch (role) {
        case media::AudioRole::Commentary:
            return tr("commentary");
        case media::AudioRole::Description:
            return tr("audio description");
        case media::AudioRole::Dub:
            return tr("dubbed");
        case media::AudioRole::Intelligible:
            return tr("clear speech");
        case media::AudioRole::Programme:
            break;
    }
    return {};
}

QString roleText(media::TextRole role) {
    switch (role) {
        case media::TextRole::Caption:
            return tr("captions");
        case media::TextRole::Forced:
            return tr("forced");
        case media::TextRole::Description:
            return tr("description");
        case media::TextRole::Subtitle:
            break;
    }
    return {};
}

/// What RFC 6381 calls it, as people do.
QString codecText(const std::string& codecs) {
    const QString text = toQString(codecs).toLower();
    const std::array<std::pair<QLatin1String, const char*>, 8> known{{{QLatin1String("mp4a.40"), "AAC"},
                                                                      {QLatin1String("mp4a.6b"), "MP3"},
                                                                      {QLatin1String("mp4a.69"), "MP3"},
                                                                      {QLatin1String("opus"), "Opus"},
                                                                      {QLatin1String("flac"), "FLAC"},
                                                                      {QLatin1String("ac-3"), "AC-3"},
                                                                      {QLatin1String("ec-3"), "E-AC-3"},
                                                                      {QLatin1String("mp3"), "MP3"}}};
    for (const auto& [prefix, name] : known)
        if (text.startsWith(prefix)) return QLatin1String(name);
    return toQString(codecs);
}

SoundChoice soundChoice(const QString& id, const QString& title, const std::string& language,
                        media::AudioRole role, std::uint32_t channels, const QString& codec,
                        TrackSource source) {
    SoundChoice choice;
    choice.id = id;
    choice.language = toQString(language == "und" ? std::string() : language);
    const QString spoken = format::language(language);
    const bool titled = !title.isEmpty() && title != spoken;
    choice.name = titled ? title : spoken.isEmpty() ? tr("Unknown language") : spoken;
    choice.note = joined({titled ? spoken : QString(), roleText(role), channelsText(channels), codec});
    choice.source = std::move(source);
    return choice;
}

/// In the language's own words, as who reads it looks for it.
QString ownName(const std::string& language) {
    const QString english = format::language(language);
    const QLocale locale(QString::fromStdString(language));
    if (english.isEmpty() || locale.language() == QLocale::C) return english;
    // What a locale calls English may name its country, too.
    if (locale.language() == QLocale::English) return u"English"_s;
    QString own = locale.nativeLanguageName();
    if (own.isEmpty()) return english;
    own[0] = own[0].toUpper();
    return own;
}

TextChoice textChoice(const QString& id, const QString& title, const std::string& language,
                      media::TextRole role) {
    TextChoice choice;
    choice.id = id;
    choice.language = toQString(language == "und" ? std::string() : language);
    const QString own = ownName(language);
    const bool titled = !title.isEmpty() && title != own && title != format::language(language);
    choice.name = titled ? title : own.isEmpty() ? tr("Unknown language") : own;
    choice.note = joined({titled ? own : QString(), roleText(role)});
    choice.forced = role == media::TextRole::Forced;
    return choice;
}

Result<ShownText> shownText(Result<std::vector<media::TextCue>> cues) {
    if (!cues) return tl::unexpected<Error>(std::move(cues).error());
    return ShownText{std::make_shared<const player::CueTimeline>(std::move(*cues))};
}

using Fonts = std::shared_ptr<const std::vector<media::TextFont>>;

Result<ShownText> shownText(const media::TextTrack& track, const std::string& name, Fonts fonts = nullptr) {
    KEYREEL_TRY(ShownText shown, shownText(package::cuesOf(track, name)));
    if (!track.script.empty())
        shown.script =
            std::make_shared<const player::AssScript>(player::AssScript{track.script, std::move(fonts)});
    return shown;
}

/// "film.en.srt" beside "film.mkv": "en".
std::string languageInName(const QString& fileName, const QString& film) {
    const QString between = QFileInfo(fileName).completeBaseName().mid(film.size() + 1);
    const QLocale locale(between);
    return between.size() >= 2 && between.size() <= 5 && locale.language() != QLocale::C
               ? between.toStdString()
               : std::string();
}

QList<TextChoice> textsBeside(const QString& path) {
    const QFileInfo film(path);
    const QString name = film.completeBaseName();
    QList<TextChoice> out;
    const QStringList files = film.absoluteDir().entryList(QDir::Files | QDir::Readable, QDir::Name);
    for (const QString& file : files) {
        if (out.size() == kMostBeside || !isTextFile(file) || !file.startsWith(name)) continue;
        if (file.size() <= name.size() || file[name.size()] != u'.') continue;
        TextChoice choice = textOfFile(film.absoluteDir().filePath(file));
        const std::string language = languageInName(file, name);
        if (!language.empty()) {
            choice.language = QString::fromStdString(language);
            choice.note = choice.name;
            choice.name = ownName(language);
        }
        choice.isDefault = QFileInfo(file).completeBaseName() == name;
        out.append(std::move(choice));
    }
    return out;
}

/// The film's text is read once, for all of its tracks.
Result<QList<TextChoice>> textsInside(const std::filesystem::path& film, const media::Workshop& workshop,
                                      const std::stop_token& stop) {
    KEYREEL_TRY(std::vector<media::TextTrack> tracks, workshop.readTexts(film, stop));
    Fonts fonts;
    const auto hasScript = [](const media::TextTrack& track) { return !track.script.empty(); };
    if (std::any_of(tracks.begin(), tracks.end(), hasScript))
        // Without them the script is drawn in the fonts of this computer.
        fonts = std::make_shared<const std::vector<media::TextFont>>(
            workshop.readFonts(film, stop).value_or(std::vector<media::TextFont>()));
    QList<TextChoice> out;
    for (media::TextTrack& track : tracks) {
        TextChoice choice =
            textChoice(u"text-%1"_s.arg(out.size()), toQString(track.title), track.language, track.role);
        choice.isDefault = track.isDefault;
        choice.read = [name = toStdString(choice.name), fonts,
                       kept = std::make_shared<media::TextTrack>(std::move(track))](const std::stop_token&) {
            return shownText(*kept, name, fonts);
        };
        out.append(std::move(choice));
    }
    return out;
}

/// The ladder as the engine reads it.
std::shared_ptr<const playback::Ladder> ladderOf(const std::shared_ptr<adaptive::PictureCodings>& ladder) {
    if (!ladder) return nullptr;
    auto out = std::make_shared<playback::Ladder>();
    for (const auto& rung : ladder->rungs())
        out->rungs.push_back({rung.clear, rung.label, rung.offsets});
    for (const auto start : ladder->starts())
        out->starts.emplace_back(start);
    out->choose = [ladder](std::size_t segment) { return ladder->choose(segment); };
    out->instead = [ladder](std::size_t segment, std::size_t rung) { return ladder->instead(segment, rung); };
    return out;
}

/// The pictures of a package: its best coding, or all of them.
Status takePictures(const adaptive::DiskPackage& package, const std::shared_ptr<const cenc::KeyRing>& keys,
                    PlayerSources& sources) {
    const adaptive::DiskTrack& best = package.pictures.back();
    const adaptive::DiskTrack& least = package.pictures.front();
    KEYREEL_TRY(auto picture, best.clear(keys));
    KEYREEL_TRY(auto aside, least.clear(keys));
    sources.picture = {TrackKind::Video, std::move(picture), best.about.id};
    sources.thumbnails = {TrackKind::Video, std::move(aside), least.about.id};
    if (package.pictures.size() == 1) return {};
    std::vector<adaptive::PictureCodings::Rung> rungs;
    for (const adaptive::DiskTrack& track : package.pictures) {
        KEYREEL_TRY(auto clear, track.clear(keys));
        rungs.push_back({track.about.id, track.about.width, track.about.height, track.about.bandwidth,
                         track.file.offsets, std::move(clear)});
    }
    sources.ladder = std::make_shared<adaptive::DiskCodings>(std::move(rungs), best.file.starts);
    sources.picture.ladder = ladderOf(sources.ladder);
    return {};
}

}  // namespace

bool isTextFile(const QString& path) {
    return kTextEndings.contains(QFileInfo(path).suffix().toLower());
}

TextChoice textOfFile(const QString& path) {
    TextChoice choice;
    const QFileInfo file(path);
    choice.id = u"file:"_s + file.fileName();
    choice.name = file.fileName();
    choice.read = [path = toStdString(file.absoluteFilePath()),
                   name = toStdString(file.fileName())](const std::stop_token&) -> Result<ShownText> {
        KEYREEL_TRY(const media::TextTrack track, media::readTextFile(path));
        return shownText(track, name);
    };
    return choice;
}

PlayerSources sourcesOfFilm(const studio::OpenedFilm& film) {
    using Kind = package::ManifestTrack::Kind;
    PlayerSources sources;
    for (const studio::OpenedTrack& track : film.tracks) {
        // Labels are unique; not every track of the manifest is opened.
        const auto found = std::find_if(film.manifest.tracks.begin(), film.manifest.tracks.end(),
                                        [&](const auto& each) { return each.label == track.label; });
        if (found == film.manifest.tracks.end()) continue;
        const package::ManifestTrack& about = *found;
        if (track.kind == Kind::Video && !sources.picture.bytes) {
            sources.picture = {TrackKind::Video, track.clear, track.label};
            for (const media::Chapter& chapter : film.manifest.chapters)
                sources.picture.chapters.push_back(
                    {std::chrono::milliseconds(chapter.startMs), chapter.title});
            sources.picture.ladder = ladderOf(film.ladder);
            sources.ladder = film.ladder;
            sources.thumbnails = {TrackKind::Video, track.aside, track.label};
        } else if (track.kind == Kind::Audio) {
            sources.sounds.append(soundChoice(
                toQString(track.label), toQString(about.title), about.language, about.role, about.channels,
                codecText(about.codecs),
                {TrackKind::Audio, std::make_shared<OneReaderAtATime>(track.clear), track.label}));
        }
    }
    for (const studio::OpenedText& text : film.texts) {
        TextChoice choice = textChoice(toQString(text.about.label), toQString(text.about.title),
                                       text.about.language, text.about.role);
        choice.isDefault = text.about.isDefault;
        choice.read = [read = text.read](const std::stop_token& stop) { return shownText(read(stop)); };
        sources.texts.append(std::move(choice));
    }
    return sources;
}

Result<PlayerSources> sourcesOfPreview(const Bytes& clip) {
    KEYREEL_TRY(const bool sound, package::clipHasSound(clip));
    const auto bytes = std::make_shared<OneReaderAtATime>(std::make_shared<MemorySource>(clip));
    PlayerSources sources;
    sources.picture = {TrackKind::Video, bytes, "preview"};
    sources.thumbnails = {TrackKind::Video, bytes, "preview"};
    if (sound)
        sources.sounds.append(soundChoice(u"preview"_s, {}, "und", media::AudioRole::Programme, 0, {},
                                          {TrackKind::Audio, bytes, "preview"}));
    return sources;
}

Result<PlayerSources> sourcesOfFile(const QString& path,
                                    const std::shared_ptr<const media::Workshop>& workshop) {
    const std::filesystem::path file(path.toStdString());
    KEYREEL_TRY(const media::MediaInfo info, media::probe(file));
    const auto open = [&](TrackKind kind) -> Result<TrackSource> {
        KEYREEL_TRY(auto source, FileSource::open(file));
        const Container container = containerOf(source);
        return TrackSource{kind, std::make_shared<FileSource>(std::move(source)), file.filename().string(),
                           container};
    };
    PlayerSources sources;
    KEYREEL_TRY(sources.picture, open(TrackKind::Video));
    KEYREEL_TRY(sources.thumbnails, open(TrackKind::Video));
    qsizetype first = 0;
    for (const media::TrackInfo& track : info.tracks) {
        if (track.kind != media::TrackKind::Audio) continue;
        KEYREEL_TRY(TrackSource source, open(TrackKind::Audio));
        source.bytes = std::make_shared<OneReaderAtATime>(source.bytes);
        source.stream = track.index;
        if (track.isDefault && first == 0) first = sources.sounds.size();
        sources.sounds.append(soundChoice(u"audio-%1"_s.arg(track.index), toQString(track.title),
                                          track.language, track.role, track.channels,
                                          toQString(track.codecName), std::move(source)));
    }
    if (first > 0) sources.sounds.move(first, 0);
    sources.texts = textsBeside(path);
    if (info.textStreams > 0 && workshop)
        sources.textsInside = [file, workshop](const std::stop_token& stop) {
            return textsInside(file, *workshop, stop);
        };
    return sources;
}

Result<PlayerSources> sourcesOfPackage(const QString& path, const std::shared_ptr<const cenc::KeyRing>& keys,
                                       const std::stop_token& stop) {
    KEYREEL_TRY(adaptive::DiskPackage package, adaptive::openPackage(path.toStdString(), stop));
    const cenc::KeyRing none;
    KEYREEL_CHECK(package.unlock(keys ? *keys : none));
    PlayerSources sources;
    KEYREEL_CHECK(takePictures(package, keys, sources));
    for (const adaptive::DiskTrack& track : package.sounds) {
        KEYREEL_TRY(auto clear, track.clear(keys));
        const auto& about = track.about;
        sources.sounds.append(
            soundChoice(toQString(about.id), toQString(about.title), about.language, about.audioRole,
                        about.channels, codecText(about.codecs),
                        {TrackKind::Audio, std::make_shared<OneReaderAtATime>(std::move(clear)), about.id}));
    }
    for (const adaptive::DiskText& text : package.texts) {
        const auto& about = text.about;
        TextChoice choice =
            textChoice(toQString(about.id), toQString(about.title), about.language, about.textRole);
        choice.isDefault = about.isDefault;
        choice.read = [read = text.read](const std::stop_token& asked) { return shownText(read(asked)); };
        sources.texts.append(std::move(choice));
    }
    return sources;
}

}  // namespace keyreel::ui
