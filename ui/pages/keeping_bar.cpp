#include "ui/pages/keeping_bar.h"

#include <QHBoxLayout>
#include <QLocale>

#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/models/library_model.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/spinner.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

KeepingBar::KeepingBar(OfflineFilms& films, const LibraryModel& library, QWidget* parent)
    : QWidget(parent),
      m_films(films),
      m_library(library),
      m_words(new Label({}, Type::Small, Role::Text2)),
      m_bar(new ProgressBar),
      m_end(new Button({}, Button::Kind::Ghost)) {
    setObjectName(u"library.keeping"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_words->setObjectName(u"library.keeping.words"_s);
    m_words->setWordWrap(true);
    row->addWidget(m_words, 1);
    m_bar->setAccessibleName(tr("Keeping films for watching offline"));
    row->addWidget(m_bar, 1);
    m_end->setObjectName(u"library.keeping.end"_s);
    m_end->setSize(Button::Size::Small);
    connect(m_end, &QPushButton::clicked, this, [this]() {
        if (m_films.several().asked > 0)
            m_films.cancelSeveral();
        else
            hide();
    });
    row->addWidget(m_end);
    connect(&m_films, &OfflineFilms::severalChanged, this, &KeepingBar::follow);
    connect(&m_films, &OfflineFilms::progressed, this, &KeepingBar::follow);
    connect(&m_films, &OfflineFilms::severalEnded, this, &KeepingBar::showOutcome);
    hide();
}

void KeepingBar::follow() {
    const OfflineFilms::Several& several = m_films.several();
    if (several.asked == 0) {
        if (m_bar->isVisibleTo(this)) hide();
        return;
    }
    const auto* taking = m_films.taking(several.now);
    const bool known = taking != nullptr && taking->total > 0;
    const double part = known ? static_cast<double>(taking->done) / static_cast<double>(taking->total) : 0.0;
    m_bar->setValue((several.ended + part) / several.asked);
    const QLocale locale;
    QString words = tr("Keeping film %1 of %2 for offline")
                        .arg(locale.toString(several.ended + 1), locale.toString(several.asked));
    if (known)
        words += u" · "_s + tr("%1 of %2").arg(format::size(taking->done), format::size(taking->total));
    m_words->setRole(Role::Text2);
    m_words->setText(words);
    m_end->setText(tr("Cancel"));
    m_bar->show();
    show();
}

void KeepingBar::showOutcome(const OfflineFilms::Several& how) {
    if (!how.why) return;
    const auto* film = m_library.entry(how.refused);
    const QLocale locale;
    const QString words =
        tr("%1 of %2 films are kept for offline.")
            .arg(locale.toString(how.kept), locale.toString(how.asked)) +
        u' ' +
        tr("%1 is not kept: %2")
            .arg(film != nullptr ? toQString(film->title) : how.refused, sentenceOf(*how.why).text());
    m_words->setRole(Role::Error);
    m_words->setText(format::plain(words));
    m_end->setText(tr("Close"));
    m_bar->hide();
    show();
    announce(m_words, words);
}

}  // namespace keyreel::ui
