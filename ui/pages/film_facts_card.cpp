#include "ui/pages/film_facts_card.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

#include "ui/models/formats.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout_tools.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr QSize kPoster(196, 110);

/// A small icon in a row of text.
class Glyph : public QWidget {
public:
    explicit Glyph(Icon icon, QWidget* parent = nullptr) : QWidget(parent), m_icon(icon) {
        setFixedSize(18, 18);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        paintIcon(p, m_icon, QRectF(1, 1, 16, 16), Theme::color(Role::Text3));
    }

private:
    Icon m_icon;
};

/// The two layouts that have a name; the others are numbers.
QString soundOf(const std::string& layout) {
    if (layout == "mono") return tr("mono");
    return layout == "stereo" ? tr("stereo") : toQString(layout);
}

}  // namespace

FilmFactsCard::FilmFactsCard(QWidget* parent) : Card(parent) {
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    m_poster = new Picture(kPoster, metrics::kRadiusControl);
    auto* change = new Button(tr("Change poster..."), Button::Kind::Secondary, Icon::Image, m_poster);
    change->setObjectName(u"create.poster"_s);
    change->setSize(Button::Size::Small);
    const QSize size = change->sizeHint();
    change->setGeometry(10, kPoster.height() - size.height() - 10, size.width(), size.height());
    connect(change, &QPushButton::clicked, this, &FilmFactsCard::posterRequested);
    row->addWidget(m_poster, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    m_name = new Label({}, Type::Strong, Role::Text);
    m_name->setElided(Qt::ElideMiddle);
    head->addWidget(m_name, 1);
    auto* replace = new Button(tr("Replace..."), Button::Kind::Link);
    replace->setObjectName(u"create.replace"_s);
    replace->setSize(Button::Size::Small);
    connect(replace, &QPushButton::clicked, this, &FilmFactsCard::replaceRequested);
    head->addWidget(replace);
    column->addLayout(head);
    m_stats = new StatRow(20);
    column->addWidget(m_stats);
    column->addWidget(new Divider);
    m_tracks = new QGridLayout;
    m_tracks->setHorizontalSpacing(10);
    m_tracks->setVerticalSpacing(6);
    m_tracks->setColumnStretch(1, 1);
    column->addLayout(m_tracks);
    m_note = new Label({}, Type::Small, Role::Text3);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    row->addLayout(column, 1);
    body()->addLayout(row);
}

void FilmFactsCard::addTracks(const media::MediaInfo& info) {
    int row = 0;
    for (const auto& track : info.tracks) {
        if (track.kind == media::TrackKind::Video && !track.selected) continue;
        const bool video = track.kind == media::TrackKind::Video;
        QString text = toQString(track.codecName);
        if (video) {
            text += u", "_s + format::pictureHeight(track.displayHeight);
        } else {
            const QString language = format::language(track.language);
            const QString sound = soundOf(track.channelLayout);
            text = language.isEmpty() ? text + u", "_s + sound : language + u", "_s + sound + u", "_s + text;
        }
        m_tracks->addWidget(new Glyph(video ? Icon::Film : Icon::AudioTrack), row, 0);
        auto* label = new Label(text, Type::Body, Role::Text);
        label->setElided(Qt::ElideRight);
        m_tracks->addWidget(label, row, 1);
        auto* rate = new Label(track.bitRate > 0 ? format::bitRate(track.bitRate) : QString(), Type::Small,
                               Role::Text3);
        rate->setMinimumWidth(Theme::scaled(72));
        m_tracks->addWidget(rate, row, 2);
        ++row;
    }
}

void FilmFactsCard::set(const QString& path, const std::shared_ptr<const InspectedFilm>& film,
                        const QImage& poster) {
    m_name->setText(QFileInfo(path).fileName());
    m_poster->set(poster);
    m_stats->clear();
    clearLayout(*m_tracks);
    m_note->setText(film ? QString() : tr("Reading tracks ..."));
    m_note->setVisible(!film);
    if (!film) return;
    const auto& info = film->info;
    const auto& video = info.video();
    m_stats->add(format::clock(static_cast<qint64>(info.durationSeconds * 1000)), tr("Length"));
    m_stats->add(tr("%1 × %2").arg(video.displayWidth).arg(video.displayHeight), tr("Picture"));
    if (video.frameRate > 0)
        m_stats->add(tr("%1 fps").arg(QLocale().toString(video.frameRate, 'g', 4)), tr("Frame rate"));
    if (info.bitRate > 0) m_stats->add(format::bitRate(info.bitRate), tr("Bit rate"));
    m_stats->add(format::size(info.size), tr("Size"));
    if (!video.colourName.empty()) m_stats->add(toQString(video.colourName), tr("Colour"));
    addTracks(info);
    if (info.mustTranscode()) {
        QStringList reasons;
        for (const auto& track : info.tracks)
            if (track.selected && !track.carried && !track.reason.empty())
                reasons.append(toQString(track.reason));
        m_note->setText(tr("Converted to H.264 and AAC while encrypting. %1").arg(reasons.join(u' ')));
        m_note->show();
    }
}

}  // namespace keyreel::ui
