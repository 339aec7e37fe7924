#include "ui/pages/poster_chooser.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QImageReader>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <utility>

#include "ui/models/error_text.h"
#include "ui/models/film_frames.h"
#include "ui/models/formats.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/crop_view.h"
#include "ui/widgets/film_strip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/picture_tile.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kWidth = 760;
constexpr QSize kTile(112, 66);

struct Shape {
    const char* id;
    double shape;
};
/// As the choices stand in the sheet.
constexpr std::array kShapes{Shape{"", 0}, Shape{"poster", 2.0 / 3}, Shape{"wide", 16.0 / 9}};

}  // namespace

QImage readPoster(const QString& path) {
    QImageReader reader(path);
    reader.setAutoTransform(true);
    return reader.read();
}

PosterSheet::PosterSheet(Engine& engine, PosterSource source)
    : Sheet(tr("Choose the poster"), kWidth),
      m_source(std::move(source)),
      m_choice(m_source.choice),
      m_frames(new FilmFrames(engine, this)),
      m_view(new CropView),
      m_strip(new FilmStrip),
      m_place(new Label({}, Type::Small, Role::Text3)),
      m_problem(new Label({}, Type::Small, Role::Error)) {
    setObjectName(u"poster"_s);
    m_view->setObjectName(u"poster.view"_s);
    m_strip->setObjectName(u"poster.strip"_s);
    m_problem->setObjectName(u"poster.problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    body()->setSpacing(10);
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    m_view->setMinimumHeight(216);
    top->addWidget(m_view, 1);
    top->addWidget(makeChoices());
    body()->addLayout(top);
    body()->addWidget(m_strip);
    m_place->setWordWrap(true);
    body()->addWidget(m_place);
    body()->addWidget(makeShapes());
    body()->addWidget(m_problem);
    m_use = addAct(tr("Use this picture"), Button::Kind::Primary, Icon::Image, false);
    m_use->setObjectName(u"poster.use"_s);
    connect(m_use, &QPushButton::clicked, this, &PosterSheet::use);
    addWayOut(tr("Back"))->setObjectName(u"poster.back"_s);

    connectFrames();
    for (std::size_t i = 0; i < kShapes.size(); ++i)
        if (m_choice.shape == QLatin1String(kShapes[i].id)) m_shapes->setCurrent(static_cast<int>(i));
    m_view->setPicture(m_source.current);
    const bool hasFilm = m_source.facts != nullptr && !m_source.film.isEmpty();
    m_strip->setVisible(hasFilm);
    m_place->setVisible(hasFilm);
    if (hasFilm) {
        setDefaultFocus(m_strip);
        m_place->setText(tr("Reading the film's pictures ..."));
        m_frames->open(m_source.film, m_source.facts->info);
    }
    if (!m_choice.picture.isEmpty()) m_frames->readPicture(m_choice.picture);
    refresh();
}

QWidget* PosterSheet::makeChoices() {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* sharpest = new Label(tr("Sharpest pictures"), Type::SmallStrong, Role::Text2);
    column->addWidget(sharpest);
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i] = new PictureTile(kTile);
        m_tiles[i]->setObjectName(u"poster.choice.%1"_s.arg(i));
        m_tiles[i]->set({}, tr("Picture %1").arg(i + 1));
        connect(m_tiles[i], &QAbstractButton::clicked, this, [this, i]() {
            m_problem->hide();
            const auto& proposals = m_frames->proposals();
            if (static_cast<qsizetype>(i) < proposals.size()) showFrame(proposals[static_cast<qsizetype>(i)]);
        });
        grid->addWidget(m_tiles[i], static_cast<int>(i / 2), static_cast<int>(i % 2));
    }
    column->addLayout(grid);
    const bool hasFilm = m_source.facts != nullptr;
    sharpest->setVisible(hasFilm);
    for (PictureTile* tile : m_tiles)
        tile->setVisible(hasFilm);
    auto* own = new Button(tr("An image of your own..."), Button::Kind::Secondary, Icon::Folder);
    own->setObjectName(u"poster.file"_s);
    connect(own, &QPushButton::clicked, this, &PosterSheet::chooseFile);
    column->addWidget(own);
    column->addStretch(1);
    return side;
}

QWidget* PosterSheet::makeShapes() {
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    m_shapes = new SegmentedControl;
    m_shapes->setObjectName(u"poster.shape"_s);
    m_shapes->setAccessibleName(tr("Which part is kept"));
    m_shapes->setSegments({{QString(), tr("All of it"), Icon::None, -1},
                           {u"poster"_s, tr("Poster 2:3"), Icon::None, -1},
                           {u"wide"_s, tr("Wide 16:9"), Icon::None, -1}});
    line->addWidget(m_shapes);
    auto* hint = new Label(tr("Covers in the library are 2:3, cut from the middle. Drag the frame or its "
                              "corners; keys: arrows, + and -."),
                           Type::Small, Role::Text3);
    hint->setWordWrap(true);
    line->addWidget(hint, 1);
    connect(m_shapes, &SegmentedControl::currentChanged, this, [this](int index) {
        m_view->setShape(kShapes[static_cast<std::size_t>(index)].shape);
        m_choice.shape = QString::fromLatin1(kShapes[static_cast<std::size_t>(index)].id);
    });
    return row;
}

void PosterSheet::connectFrames() {
    connect(m_strip, &FilmStrip::moved, this, [this](qint64 ms) {
        m_problem->hide();
        showFrame(ms);
    });
    connect(m_frames, &FilmFrames::stripReady, this, &PosterSheet::takeStrip);
    connect(m_frames, &FilmFrames::proposalsRead, this, &PosterSheet::fillTiles);
    connect(m_frames, &FilmFrames::stripFailed, this, [this](const Error& error) {
        m_strip->hide();
        m_place->hide();
        sayProblem(error);
    });
    connect(m_frames, &FilmFrames::frameReady, this, [this](qint64 ms, const QImage& picture) {
        if (m_choice.frameMs == ms) showPicture(picture);
    });
    connect(m_frames, &FilmFrames::frameFailed, this, [this](qint64 ms, const Error& error) {
        if (m_choice.frameMs == ms) sayProblem(error);
    });
    connect(m_frames, &FilmFrames::pictureReady, this, [this](const QString& path, const QImage& picture) {
        m_choice.frameMs = -1;
        m_choice.picture = path;
        m_problem->hide();
        showPicture(picture);
    });
    connect(m_frames, &FilmFrames::pictureFailed, this,
            [this](const QString&, const Error& error) { sayProblem(error); });
    connect(m_frames, &FilmFrames::kept, this, [this](const QString& path) {
        Q_EMIT chosen(m_choice, path, m_result);
        accept();
    });
    connect(m_frames, &FilmFrames::keepFailed, this, [this](const Error& error) {
        m_use->setLoading(false);
        sayProblem(error);
    });
}

void PosterSheet::takeStrip() {
    m_strip->setFilm(m_frames->durationMs(), m_frames->stepMs(), m_frames->frameMs(),
                     [this](qint64 ms) { return m_frames->small(ms); });
    fillTiles();
    m_frames->readProposals();
    const auto& proposals = m_frames->proposals();
    if (m_choice.frameMs >= 0)
        showFrame(m_choice.frameMs);
    else if (m_choice.picture.isEmpty() && !proposals.isEmpty())
        showFrame(proposals.first());
    refresh();
}

void PosterSheet::fillTiles() {
    const auto& proposals = m_frames->proposals();
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const auto number = static_cast<qsizetype>(i);
        m_tiles[i]->setVisible(number < proposals.size());
        if (number < proposals.size())
            m_tiles[i]->set(m_frames->proposed(number),
                            tr("Picture at %1").arg(format::clock(proposals[number])));
    }
}

void PosterSheet::showFrame(qint64 ms) {
    m_strip->setPosition(ms);
    m_choice.frameMs = m_strip->position();
    m_choice.picture.clear();
    const QImage small = m_frames->small(m_choice.frameMs);
    if (!small.isNull()) m_view->setPicture(small);
    m_whole = false;
    m_frames->requestFrame(m_choice.frameMs);
    refresh();
}

void PosterSheet::showPicture(const QImage& picture) {
    m_view->setPicture(picture);
    // The part of before, once, when its picture is there again.
    if (!picture.isNull() && !m_choice.part.isEmpty() && m_view->shape() > 0)
        m_view->setPart(std::exchange(m_choice.part, {}));
    m_whole = !picture.isNull();
    refresh();
}

void PosterSheet::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Choose a poster"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures (*.png *.jpg *.jpeg)")});
    connect(dialog, &QFileDialog::fileSelected, m_frames, &FilmFrames::readPicture);
    dialog->open();
}

void PosterSheet::sayProblem(const Error& error) {
    m_problem->setText(format::plain(sentenceOf(error).text()));
    m_problem->show();
}

void PosterSheet::use() {
    if (!m_whole || m_use->isLoading()) return;
    m_choice.part = m_view->shape() > 0 ? m_view->part() : QRectF();
    m_result = m_view->cut();
    m_use->setLoading(true);
    m_frames->keep(m_result, m_source.keepAs);
}

void PosterSheet::refresh() {
    const auto& proposals = m_frames->proposals();
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const auto number = static_cast<qsizetype>(i);
        m_tiles[i]->setChecked(m_choice.frameMs >= 0 && number < proposals.size() &&
                               proposals[number] == m_choice.frameMs);
    }
    if (!proposals.isEmpty())
        m_place->setText(tr("%1 of %2. Arrow keys go along the strip, with Shift from one picture of the "
                            "film to the next.")
                             .arg(format::clock(m_strip->position()), format::clock(m_frames->durationMs())));
    m_use->setDisabledReason(m_whole ? QString() : tr("Waits for the picture"));
}

void PosterSheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        use();
        return;
    }
    Sheet::keyPressEvent(event);
}

}  // namespace keyreel::ui
