#include "ui/pages/timeline_card.h"

#include <QHBoxLayout>
#include <algorithm>

#include "ui/models/chapter_lines.h"
#include "ui/models/draft_preview.h"
#include "ui/models/error_text.h"
#include "ui/models/film_frames.h"
#include "ui/models/formats.h"
#include "ui/models/part_finder.h"
#include "ui/pages/preview_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/film_timeline.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/frame_view.h"
#include "ui/widgets/label.h"
#include "ui/widgets/time_ticks.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr QSize kView(272, 153);
/// Sharp on a screen of twice the pixels.
constexpr std::uint32_t kFrameWidth = 640;
constexpr int kApart = 8;

}  // namespace

TimelineCard::TimelineCard(Engine& engine, QWidget* parent)
    : Card(parent),
      m_engine(engine),
      m_finder(new PartFinder(engine, this)),
      m_view(new FrameView(kView)),
      m_place(new DigitsLabel({}, Type::Section, Role::Text)),
      m_chapter(new Label({})),
      m_add(new Button(tr("Add chapter here"), Button::Kind::Secondary, Icon::Plus)),
      m_rename(new Button(tr("Rename"), Button::Kind::Ghost, Icon::Pencil)),
      m_remove(new Button(tr("Remove"), Button::Kind::Ghost, Icon::Trash)),
      m_partWords(new Label({}, Type::Small, Role::Text2)),
      m_begin(new Button(tr("Begin here"), Button::Kind::Ghost)),
      m_end(new Button(tr("End here"), Button::Kind::Ghost)),
      m_whole(new Button(tr("Take the whole film"), Button::Kind::Link)),
      m_timeline(new FilmTimeline),
      m_preview(new PreviewRow),
      m_problem(new Label({}, Type::Small, Role::Error)) {
    addTitle(tr("Timeline"));
    body()->addLayout(makePlace());
    m_timeline->setObjectName(u"create.timeline"_s);
    body()->addWidget(m_timeline);
    body()->addLayout(makePart());
    body()->addWidget(m_preview);
    auto* hint =
        new Label(tr("Arrow keys go by a second, with Shift by ten, comma and full stop by a picture. "
                     "M adds a chapter; drag its tab, or move it with Ctrl and the arrows; F2 names "
                     "it, Del removes it. [ and ] cut off what is in front and behind.") +
                      u' ' + tr("P begins the free preview at the playhead."),
                  Type::Small, Role::Text3);
    hint->setWordWrap(true);
    body()->addWidget(hint);
    m_problem->setObjectName(u"create.timeline.problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    body()->addWidget(m_problem);
    connectTimeline();
    showPlace();
}

QLayout* TimelineCard::makePlace() {
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    m_view->setObjectName(u"create.timeline.view"_s);
    row->addWidget(m_view);
    auto* side = new QVBoxLayout;
    side->setSpacing(kApart);
    m_place->setObjectName(u"create.timeline.place"_s);
    side->addWidget(m_place);
    m_chapter->setObjectName(u"create.timeline.chapter"_s);
    m_chapter->setElided(Qt::ElideRight);
    side->addWidget(m_chapter);
    side->addStretch(1);
    side->addLayout(makeActs());
    row->addLayout(side, 1);
    return row;
}

QLayout* TimelineCard::makeActs() {
    auto* acts = new FlowLayout(kApart, kApart);
    m_add->setObjectName(u"create.timeline.add"_s);
    m_add->setToolTip(tr("Add a chapter where the playhead is (M)"));
    m_rename->setObjectName(u"create.timeline.rename"_s);
    m_rename->setToolTip(tr("Give this chapter a title (F2)"));
    m_remove->setObjectName(u"create.timeline.remove"_s);
    m_remove->setToolTip(tr("Remove this chapter (Del)"));
    connect(m_add, &QPushButton::clicked, this, &TimelineCard::add);
    connect(m_rename, &QPushButton::clicked, this,
            [this]() { Q_EMIT renameRequested(m_timeline->chapterHere()); });
    connect(m_remove, &QPushButton::clicked, this, [this]() { remove(m_timeline->chapterHere()); });
    for (Button* button : {m_add, m_rename, m_remove}) {
        button->setSize(Button::Size::Small);
        acts->addWidget(button);
    }
    return acts;
}

QLayout* TimelineCard::makePart() {
    auto* row = new QHBoxLayout;
    row->setSpacing(kApart);
    m_partWords->setObjectName(u"create.timeline.part"_s);
    m_partWords->setWordWrap(true);
    row->addWidget(m_partWords, 1);
    m_whole->setObjectName(u"create.timeline.whole"_s);
    m_begin->setObjectName(u"create.timeline.begin"_s);
    m_begin->setToolTip(tr("Cut off what is in front of the playhead ([)"));
    m_end->setObjectName(u"create.timeline.end"_s);
    m_end->setToolTip(tr("Cut off what is behind the playhead (])"));
    connect(m_begin, &QPushButton::clicked, m_timeline, &FilmTimeline::beginHere);
    connect(m_end, &QPushButton::clicked, m_timeline, &FilmTimeline::endHere);
    connect(m_whole, &QPushButton::clicked, this, [this]() { Q_EMIT partEdited({}); });
    for (Button* button : {m_whole, m_begin, m_end}) {
        button->setSize(Button::Size::Small);
        row->addWidget(button);
    }
    return row;
}

void TimelineCard::connectTimeline() {
    connect(m_preview, &PreviewRow::wanted, this, &TimelineCard::takePreview);
    connect(m_preview, &PreviewRow::hereWanted, this, [this](quint32 seconds) {
        takePreview({m_timeline->position(), seconds});
    });
    connect(m_preview, &PreviewRow::refused, this, [this]() { Q_EMIT previewEdited(std::nullopt); });
    connect(m_timeline, &FilmTimeline::previewMoved, this, [this](qint64 from) {
        takePreview({from, m_preview->seconds()});
    });
    connect(m_timeline, &FilmTimeline::partChanged, this, &TimelineCard::takePart);
    connect(m_finder, &PartFinder::found, this, &TimelineCard::sayPart);
    connect(m_finder, &PartFinder::pictured, this, &TimelineCard::partPictured);
    connect(m_finder, &PartFinder::failed, this, &TimelineCard::sayProblem);
    connect(m_timeline, &FilmTimeline::moved, this, &TimelineCard::showPlace);
    connect(m_timeline, &FilmTimeline::addRequested, this, &TimelineCard::add);
    connect(m_timeline, &FilmTimeline::chapterMoved, this, &TimelineCard::move);
    connect(m_timeline, &FilmTimeline::renameRequested, this, &TimelineCard::renameRequested);
    connect(m_timeline, &FilmTimeline::removeRequested, this, &TimelineCard::remove);
}

void TimelineCard::set(const Draft& draft, const std::shared_ptr<const InspectedFilm>& film) {
    if (m_film != film || m_path != draft.film) {
        m_film = film;
        m_path = draft.film;
        delete m_frames;
        m_frames = nullptr;
        m_asked = -1;
        m_said = {};
        m_finder->forget();
        m_view->set({});
        m_problem->hide();
        m_timeline->setFilm(film ? static_cast<qint64>(film->info.durationSeconds * 1000) : 0,
                            film ? film->info.video().frameRate : 0);
        update();
    }
    const ReadChapters read = readChapters(draft.chapters, m_timeline->duration());
    m_chapters = read.chapters;
    m_unreadable = read.problem;
    QList<Chapter> marks;
    for (const media::Chapter& chapter : m_chapters)
        marks.append({static_cast<qint64>(chapter.startMs), QString::fromStdString(chapter.title)});
    m_timeline->setChapters(marks);
    m_timeline->setEditable(m_unreadable.isEmpty());
    showPart(draft);
    showPreview(draft);
    showPlace();
}

void TimelineCard::showPreview(const Draft& draft) {
    m_draft = draft;
    const auto& preview = draft.preview;
    const bool shown = m_film != nullptr && preview.has_value();
    m_timeline->setPreview(shown ? preview->from : 0, shown ? qint64{preview->seconds} * 1000 : 0);
    m_preview->set(preview, draft.sale.sold,
                   m_film == nullptr                     ? tr("The video is not read yet")
                   : mayHavePreview(draft, m_film->info) ? QString()
                                                         : tr("The film is shorter than a preview"));
}

void TimelineCard::takePreview(const DraftPreview& asked) {
    if (m_film == nullptr) return;
    const auto nearest = nearestPreview(m_draft, m_film->info, asked);
    if (nearest && nearest != m_draft.preview)
        Q_EMIT previewEdited(nearest);
    else
        showPreview(m_draft);
}

void TimelineCard::takePart(qint64 begin, qint64 end) {
    Q_EMIT partEdited({begin, end >= m_timeline->duration() ? 0 : end});
}

void TimelineCard::showPart(const Draft& draft) {
    m_part = draft.part;
    const qint64 length = m_timeline->duration();
    const qint64 end = m_part.to > 0 ? std::min(m_part.to, length) : length;
    if (length > 0) m_timeline->setPart(std::min(m_part.from, length), end);
    const QString closed = m_film == nullptr ? tr("The video is not read yet") : QString();
    m_begin->setDisabledReason(closed);
    m_end->setDisabledReason(closed);
    m_whole->setVisible(!m_part.isWhole());
    if (m_film == nullptr) {
        m_finder->forget();
        m_partWords->setText({});
        return;
    }
    if (m_part.isWhole())
        m_partWords->setText(tr("The whole film is published."));
    else if (m_said != draft.part)
        m_partWords->setText(partWords(m_part.from, end));
    m_said = draft.part;
    m_finder->find(draft, m_film->info.durationSeconds);
}

QString TimelineCard::partWords(qint64 begin, qint64 end) {
    return tr("%1 to %2 is published, %3 in all.")
        .arg(exactClock(begin), exactClock(end), exactClock(end - begin));
}

void TimelineCard::sayPart(qint64 begin, qint64 end) {
    m_problem->hide();
    QString words = partWords(begin, end);
    if (m_part.from - begin > 0)
        words += u' ' + tr("It begins at the key frame before %1, because its pictures stay as they are.")
                            .arg(exactClock(m_part.from));
    m_partWords->setText(words);
    Q_EMIT partFound(begin, end);
}

void TimelineCard::paintEvent(QPaintEvent* event) {
    Card::paintEvent(event);
    readPictures();
}

void TimelineCard::readPictures() {
    if (m_frames != nullptr || m_film == nullptr) return;
    m_frames = new FilmFrames(m_engine, this);
    connect(m_frames, &FilmFrames::stripReady, this, [this]() {
        m_timeline->setPictures([frames = m_frames](qint64 ms) { return frames->small(ms); });
    });
    connect(m_frames, &FilmFrames::stripFailed, this, &TimelineCard::sayProblem);
    connect(m_frames, &FilmFrames::frameReady, this, [this](qint64 ms, const QImage& picture) {
        if (ms != m_asked) return;
        m_problem->hide();
        m_view->set(picture);
    });
    connect(m_frames, &FilmFrames::frameFailed, this, [this](qint64 ms, const Error& error) {
        if (ms == m_asked) sayProblem(error);
    });
    m_frames->open(m_path, m_film->info);
    showPlace();
}

void TimelineCard::showPlace() {
    const qint64 here = m_timeline->position();
    const int around = m_timeline->chapterAround();
    m_place->setText(m_film == nullptr ? QString() : exactClock(here));
    const QString title =
        around < 0 ? QString() : toQString(m_chapters[static_cast<std::size_t>(around)].title);
    m_chapter->setText(m_film == nullptr ? tr("Reading the video ...")
                       : around < 0      ? tr("No chapter yet")
                       : title.isEmpty() ? tr("Chapter %1").arg(around + 1)
                                         : tr("Chapter %1: %2").arg(around + 1).arg(format::plain(title)));
    const QString closed = m_film == nullptr ? tr("The video is not read yet") : m_unreadable;
    const bool isFull = m_chapters.size() >= media::kMaxChapters;
    const bool isTaken = m_timeline->chapterHere() >= 0;
    m_add->setDisabledReason(!closed.isEmpty() ? closed
                             : isFull          ? tr("At most %1 chapters").arg(media::kMaxChapters)
                             : isTaken         ? tr("A chapter begins here already")
                                               : QString());
    const QString nothing = isTaken ? QString() : tr("No chapter begins here");
    m_rename->setDisabledReason(closed.isEmpty() ? nothing : closed);
    m_remove->setDisabledReason(closed.isEmpty() ? nothing : closed);

    if (m_frames == nullptr) return;
    const qint64 last = std::max<qint64>(0, m_frames->durationMs() - m_frames->frameMs());
    const qint64 wanted = std::min(here, last);
    if (wanted == m_asked) return;
    m_asked = wanted;
    const QImage small = m_frames->small(wanted);
    if (!small.isNull()) m_view->set(small);
    m_frames->requestFrame(wanted, kFrameWidth);
}

void TimelineCard::add() {
    const auto here = static_cast<std::uint64_t>(m_timeline->position());
    if (!m_add->isEnabled()) return;
    const auto place = std::lower_bound(
        m_chapters.begin(), m_chapters.end(), here,
        [](const media::Chapter& chapter, std::uint64_t ms) { return chapter.startMs < ms; });
    m_chapters.insert(place, {here, {}});
    say(false);
}

void TimelineCard::move(int chapter, qint64 ms, bool onwards) {
    m_chapters[static_cast<std::size_t>(chapter)].startMs = static_cast<std::uint64_t>(ms);
    say(onwards);
}

void TimelineCard::remove(int chapter) {
    m_chapters.erase(m_chapters.begin() + chapter);
    say(false);
}

void TimelineCard::say(bool onwards) {
    Q_EMIT chaptersEdited(chapterLines(m_chapters), onwards);
}

void TimelineCard::sayProblem(const Error& error) {
    m_problem->setText(format::plain(sentenceOf(error).text()));
    m_problem->show();
}

}  // namespace keyreel::ui
