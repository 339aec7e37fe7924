#include "ui/pages/film_editing.h"

#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QUuid>
#include <QVBoxLayout>
#include <utility>

#include "ui/models/draft_rules.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/pages/poster_chooser.h"
#include "ui/shell/main_window.h"
#include "ui/shell/toast_host.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/tags_field.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr QSize kPicture(176, 99);

}  // namespace

EditSheet::EditSheet(OwnFilms& own, const QString& link, const FilmWords& now, const FilmWords& wanted,
                     const QStringList& suggestions)
    : Sheet(tr("Edit details"), 640),
      m_own(own),
      m_link(link),
      m_now(now),
      m_begin(wanted),
      m_title(new Field(tr("Title"))),
      m_tags(new TagsField),
      m_description(new TextAreaField(tr("Description"), kMaxDescription)),
      m_progress(new Label({}, Type::Small, Role::Text2)),
      m_problem(new Label({}, Type::Small, Role::Error)) {
    setObjectName(u"edit"_s);
    setSentence(
        tr("Everyone with the link sees the change. It is signed into the rights log; the film itself, "
           "its link and who may watch it stay as they are."));
    m_title->setObjectName(u"edit.title"_s);
    m_title->setText(wanted.title);
    m_tags->edit()->setObjectName(u"edit.tags"_s);
    m_tags->setSuggestions(suggestions);
    m_tags->setTags(wanted.tags);
    m_description->setObjectName(u"edit.description"_s);
    m_description->setText(wanted.description);
    m_description->edit()->setTabChangesFocus(true);
    m_description->edit()->setFixedHeight(Theme::scaled(84));
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    auto* poster = new QVBoxLayout;
    poster->setSpacing(8);
    auto* picture = new Picture(kPicture, metrics::kRadiusControl);
    picture->set(wanted.picture);
    poster->addWidget(picture);
    m_replace = new Button(tr("Replace the poster..."), Button::Kind::Secondary, Icon::Image);
    m_replace->setObjectName(u"edit.poster"_s);
    m_replace->setSize(Button::Size::Small);
    poster->addWidget(m_replace);
    poster->addStretch(1);
    top->addLayout(poster);
    auto* words = new QVBoxLayout;
    words->setSpacing(10);
    words->addWidget(m_title);
    words->addWidget(m_tags);
    words->addStretch(1);
    top->addLayout(words, 1);
    body()->addLayout(top);
    body()->addWidget(m_description);
    m_progress->setObjectName(u"edit.progress"_s);
    m_progress->hide();
    body()->addWidget(m_progress);
    m_problem->setObjectName(u"edit.problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    body()->addWidget(m_problem);
    m_save = addAct(tr("Sign and save"), Button::Kind::Primary, Icon::Check, false);
    m_save->setObjectName(u"edit.save"_s);
    addWayOut(tr("Cancel"))->setObjectName(u"edit.cancel"_s);
    setDefaultFocus(m_title->edit());

    connect(m_save, &QPushButton::clicked, this, &EditSheet::save);
    connect(m_title, &Field::textEdited, this, &EditSheet::refresh);
    connect(m_title, &Field::returnPressed, this, &EditSheet::save);
    connect(m_tags, &TagsField::changed, this, &EditSheet::refresh);
    connect(m_description, &TextAreaField::textEdited, this, &EditSheet::refresh);
    connect(m_replace, &QPushButton::clicked, this, [this]() {
        m_replace->setLoading(true);
        Q_EMIT posterRequested(this->wanted());
    });
    connect(&m_own, &OwnFilms::editStep, this, [this](const QString& of, const QString& step) {
        if (of == m_link) showStep(step);
    });
    connect(&m_own, &OwnFilms::edited, this, [this](const QString& of) {
        if (of == m_link) accept();
    });
    connect(&m_own, &OwnFilms::editFailed, this, [this](const QString& of, const Error& error) {
        if (of != m_link) return;
        m_save->setLoading(false);
        m_progress->hide();
        m_problem->setText(format::plain(sentenceOf(error, {m_title->text(), {}, {}}).text()));
        m_problem->show();
        refresh();
    });
    connect(this, &Sheet::rejected, this, [this]() {
        if (m_save->isLoading()) m_own.stopEditing();
    });
    refresh();
}

FilmWords EditSheet::wanted() const {
    return {m_title->text().simplified(), m_description->text(), m_tags->tags(), m_begin.poster,
            m_begin.picture};
}

studio::FilmEdit EditSheet::change() const {
    const FilmWords words = wanted();
    studio::FilmEdit edit;
    if (words.title != m_now.title) edit.title = toStdString(words.title);
    if (words.description != m_now.description) edit.description = toStdString(words.description);
    if (words.tags != m_now.tags) {
        edit.tags.emplace();
        for (const QString& tag : words.tags)
            edit.tags->push_back(toStdString(tag));
    }
    if (!words.poster.isEmpty()) edit.cover = toStdString(words.poster);
    return edit;
}

void EditSheet::save() {
    m_tags->addTyped();
    if (m_save->isLoading() || !m_save->isEnabled()) return;
    m_problem->hide();
    m_save->setLoading(true);
    refresh();
    m_own.edit(m_link, change());
}

void EditSheet::refresh() {
    Draft words;
    words.title = m_title->text().simplified();
    words.description = m_description->text();
    m_title->setError(titleProblem(words));
    m_description->setError(descriptionProblem(words));
    const studio::FilmEdit edit = change();
    const bool nothing = !edit.title && !edit.description && !edit.tags && !edit.cover;
    const bool wrong = !titleProblem(words).isEmpty() || !descriptionProblem(words).isEmpty();
    if (!m_save->isLoading())
        m_save->setDisabledReason(wrong     ? tr("Something in it cannot stand")
                                  : nothing ? tr("Nothing is changed yet")
                                            : QString());
    for (QWidget* input : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_tags),
                           static_cast<QWidget*>(m_description), static_cast<QWidget*>(m_replace)})
        input->setEnabled(!m_save->isLoading());
}

void EditSheet::showStep(const QString& step) {
    m_progress->setText(step == u"read"_s     ? tr("Step 1 of 4: reading what is public now")
                        : step == u"upload"_s ? tr("Step 2 of 4: sending it to the gateway")
                        : step == u"record"_s ? tr("Step 3 of 4: signing it into the rights log")
                                              : tr("Step 4 of 4: listing it in the catalogue"));
    m_progress->show();
}

FilmEditing::FilmEditing(Engine& engine, OwnFilms& own, MainWindow& window, QObject* parent)
    : QObject(parent), m_engine(engine), m_own(own), m_window(window) {
    connect(&m_engine, &Engine::filmInspected, this, [this](const QString& path, const auto& film) {
        if (!m_source.isEmpty() && path == m_source) openPoster(film);
    });
    connect(&m_engine, &Engine::filmRefused, this, [this](const QString& path) {
        if (!m_source.isEmpty() && path == m_source) openPoster(nullptr);
    });
    connect(&m_own, &OwnFilms::edited, this, [this](const QString& link) {
        if (link == m_link) dropPoster();
        m_engine.refreshLibrary();
        m_window.toasts()->show(tr("Everyone with the link sees it so now"), Icon::Check);
    });
}

void FilmEditing::begin(const QString& link, const studio::FilmFacts& facts, const QImage& picture) {
    if (m_window.hasSheet()) return;
    m_link = link;
    m_now = {toQString(facts.manifest.title),
             toQString(facts.manifest.description),
             textsOf(facts.manifest.tags),
             {},
             picture};
    ask(m_now);
}

void FilmEditing::ask(const FilmWords& wanted) {
    m_wanted = wanted;
    std::vector<QStringList> used;
    for (const auto& film : m_engine.library())
        if (film.role == studio::Role::Mine) used.push_back(textsOf(film.tags));
    auto* sheet = new EditSheet(m_own, m_link, m_now, wanted, suggestedTags(used));
    connect(sheet, &EditSheet::posterRequested, this, [this, sheet](const FilmWords& words) {
        QObject::disconnect(sheet, &Sheet::rejected, this, nullptr);
        sheet->reject();
        choosePoster(words);
    });
    connect(sheet, &Sheet::rejected, this, &FilmEditing::dropPoster);
    m_window.openSheet(sheet);
}

void FilmEditing::choosePoster(const FilmWords& wanted) {
    m_wanted = wanted;
    m_source.clear();
    for (const auto& job : m_engine.jobs())
        if (toQString(job.link) == m_link) m_source = toQString(job.request.film.string());
    if (!m_source.isEmpty() && QFileInfo::exists(m_source))
        m_engine.inspect(m_source);
    else
        openPoster(nullptr);
}

void FilmEditing::openPoster(const std::shared_ptr<const InspectedFilm>& film) {
    const QString source = std::exchange(m_source, {});
    if (m_window.hasSheet()) return;
    const QString name = u"edit-"_s + QUuid::createUuid().toString(QUuid::Id128) + u".jpg"_s;
    auto* sheet = new PosterSheet(
        m_engine,
        {source, film, m_wanted.picture, {}, m_engine.places().profile / "drafts" / toStdString(name)});
    connect(sheet, &PosterSheet::chosen, this,
            [this](const PosterChoice&, const QString& path, const QImage& picture) {
                dropPoster();
                m_wanted.poster = path;
                m_wanted.picture = picture;
            });
    connect(
        sheet, &Sheet::closed, this, [this]() { ask(m_wanted); }, Qt::QueuedConnection);
    m_window.openSheet(sheet);
}

void FilmEditing::dropPoster() {
    if (!m_wanted.poster.isEmpty()) QFile::remove(m_wanted.poster);
    m_wanted.poster.clear();
}

}  // namespace keyreel::ui
