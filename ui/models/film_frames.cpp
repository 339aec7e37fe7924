#include "ui/models/film_frames.h"

#include <QBuffer>
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/file.h"
#include "ui/models/formats.h"

namespace keyreel::ui {
namespace {

/// Pictures of a strip: fewer than one sheet holds.
constexpr double kPictures = 96;
constexpr std::uint32_t kProposals = 4;
constexpr double kGrace = 0.5;
/// Of a proposal, at twice the size of its tile.
constexpr std::uint32_t kProposalWidth = 240;
constexpr int kJpegQuality = 92;
/// While somebody drags along the strip.
constexpr int kAskAfterMs = 80;

}  // namespace

FilmFrames::FilmFrames(Engine& engine, QObject* parent) : QObject(parent), m_desk(engine, *this) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kAskAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &FilmFrames::readNext);
}

FilmFrames::~FilmFrames() {
    m_stop.request_stop();
}

void FilmFrames::open(const QString& film, const media::MediaInfo& info) {
    m_film = film;
    m_durationMs = std::llround(info.durationSeconds * 1000);
    const media::TrackInfo& picture = info.video();
    if (picture.frameRate > 0) m_frameMs = std::max(1LL, std::llround(1000 / picture.frameRate));
    const double apart = std::clamp(info.durationSeconds / kPictures, media::kMinThumbnailSeconds,
                                    media::kMaxThumbnailSeconds);
    const auto plan = media::planThumbnails(picture, info.durationSeconds, apart);
    if (!plan) {
        QMetaObject::invokeMethod(
            this, [this, error = plan.error()]() { Q_EMIT stripFailed(error); }, Qt::QueuedConnection);
        return;
    }
    m_plan = *plan;
    m_desk.runAlone(
        [workshop = m_desk.workshop(), path = std::filesystem::path(toStdString(film)), plan = m_plan,
         stop = m_stop.get_token()]() -> Result<Strip> {
            Strip strip;
            KEYREEL_CHECK(workshop->makeThumbnails(
                path, plan,
                [&](const media::Image& sheet) -> Status {
                    if (!strip.sheet.isNull()) return {};
                    strip.sheet = format::image(sheet);
                    strip.sharpest = media::sharpestPictures(sheet, plan, kProposals);
                    return {};
                },
                stop));
            return strip;
        },
        [this](Result<Strip> strip) {
            if (!strip) {
                Q_EMIT stripFailed(strip.error());
                return;
            }
            m_sheet = std::move(strip->sheet);
            m_proposals.clear();
            // As thumbnails are made: the key frame before the time, or one right behind it.
            for (const std::uint32_t number : strip->sharpest)
                m_proposals.append(
                    std::llround((number * m_plan.seconds + std::min(m_plan.seconds / 2, kGrace)) * 1000));
            Q_EMIT stripReady();
        });
}

qint64 FilmFrames::stepMs() const {
    return std::max(1LL, std::llround(m_plan.seconds * 1000));
}

QImage FilmFrames::small(qint64 ms) const {
    if (m_sheet.isNull()) return {};
    const auto shown = static_cast<qint64>(std::min(m_plan.count, m_plan.perSheet()));
    const auto number = static_cast<int>(std::clamp<qint64>(ms / stepMs(), 0, shown - 1));
    const int columns = static_cast<int>(m_plan.columns);
    const int width = static_cast<int>(m_plan.tileWidth);
    const int height = static_cast<int>(m_plan.tileHeight);
    return m_sheet.copy(number % columns * width, number / columns * height, width, height);
}

void FilmFrames::readProposals() {
    m_desk.runAlone(
        [workshop = m_desk.workshop(), path = std::filesystem::path(toStdString(m_film)), times = m_proposals,
         stop = m_stop.get_token()]() -> Result<QList<QImage>> {
            QList<QImage> pictures;
            for (const qint64 ms : times) {
                KEYREEL_TRY(const media::Image picture,
                            workshop->frameAt(path, static_cast<double>(ms) / 1000, kProposalWidth, stop));
                pictures.append(format::image(picture));
            }
            return pictures;
        },
        [this](Result<QList<QImage>> pictures) {
            // The small ones stay where these cannot be read.
            if (!pictures) return;
            m_proposed = std::move(*pictures);
            Q_EMIT proposalsRead();
        });
}

QImage FilmFrames::proposed(qsizetype number) const {
    return number < m_proposed.size() ? m_proposed[number] : small(m_proposals.value(number));
}

void FilmFrames::requestFrame(qint64 ms, std::uint32_t width) {
    m_wanted = Wanted{ms, width};
    m_soon.start();
}

void FilmFrames::readNext() {
    if (m_reading || !m_wanted) return;
    const auto [ms, width] = *std::exchange(m_wanted, std::nullopt);
    m_reading = true;
    m_desk.runAlone(
        [workshop = m_desk.workshop(), path = std::filesystem::path(toStdString(m_film)), ms = ms,
         width = width, stop = m_stop.get_token()]() -> Result<QImage> {
            KEYREEL_TRY(const media::Image picture,
                        workshop->frameAt(path, static_cast<double>(ms) / 1000, width, stop));
            return format::image(picture);
        },
        [this, ms = ms](const Result<QImage>& picture) {
            m_reading = false;
            // Somebody has gone on meanwhile.
            const bool late = m_wanted.has_value();
            if (picture && !late) Q_EMIT frameReady(ms, *picture);
            if (!picture && !late) Q_EMIT frameFailed(ms, picture.error());
            if (late && !m_soon.isActive()) readNext();
        });
}

void FilmFrames::readPicture(const QString& path) {
    m_desk.runAlone(
        [workshop = m_desk.workshop(), path = std::filesystem::path(toStdString(path)),
         stop = m_stop.get_token()]() -> Result<QImage> {
            KEYREEL_TRY(const media::Image picture,
                        workshop->readImage(path, kPosterWidth, kPosterWidth, stop));
            return format::image(picture);
        },
        [this, path](const Result<QImage>& picture) {
            if (picture)
                Q_EMIT pictureReady(path, *picture);
            else
                Q_EMIT pictureFailed(path, picture.error());
        });
}

void FilmFrames::keep(const QImage& picture, const std::filesystem::path& path) {
    m_desk.runAlone(
        [picture, path]() -> Status {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            // A part of a transparent picture stands on black, as everywhere in this window.
            if (!picture.convertToFormat(QImage::Format_RGB888).save(&buffer, "JPEG", kJpegQuality))
                return fail("image_encode_failed", "The picture could not be written as JPEG.",
                            "Choose another one.");
            KEYREEL_CHECK(makePrivateFolder(path.parent_path()));
            return writeFileAtomically(path,
                                       ByteView(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                                                static_cast<std::size_t>(bytes.size())));
        },
        [this, path](const Status& done) {
            if (done)
                Q_EMIT kept(toQString(path.string()));
            else
                Q_EMIT keepFailed(done.error());
        });
}

}  // namespace keyreel::ui
