#include "ui/pages/quality_card.h"

#include <QApplication>

#include "ui/models/formats.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

const auto kSource = u"create.quality.source"_s;
const auto kLadder = u"create.quality.ladder"_s;

QString idOf(const QualityChoice& choice) {
    return choice.isSource ? u"create.quality.own"_s : u"create.quality.%1"_s.arg(choice.height);
}

}  // namespace

QualityCard::QualityCard(QWidget* parent)
    : Card(parent),
      m_kinds(new AccessGroup),
      m_box(new QWidget),
      m_rows(new QVBoxLayout(m_box)),
      m_sum(new Label({}, Type::Small, Role::Text3)) {
    addTitle(tr("Quality"));
    m_kinds->setObjectName(u"create.quality"_s);
    m_kinds->addTile(kSource, Icon::Film, tr("Keep the source"), tr("One picture, as it is"));
    m_kinds->addTile(kLadder, Icon::Quality, tr("Adaptive streaming"), tr("Plays on slow networks, too"));
    connect(m_kinds, &AccessGroup::currentChanged, this, [this](const QString& id) {
        if (m_filling) return;
        choose(
            [&id](Draft& draft, const media::MediaInfo& info) { setAdaptive(draft, info, id == kLadder); });
    });
    body()->addWidget(m_kinds);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    body()->addWidget(m_box);
    m_sum->setObjectName(u"create.quality.sum"_s);
    m_sum->setWordWrap(true);
    body()->addWidget(m_sum);
}

void QualityCard::choose(const std::function<void(Draft&, const media::MediaInfo&)>& change) {
    if (!m_film) return;
    Draft draft = m_draft;
    change(draft, m_film->info);
    Q_EMIT changed(draft.ladder, draft.keepSource);
}

void QualityCard::set(const Draft& draft, const std::shared_ptr<const InspectedFilm>& film) {
    m_draft = draft;
    m_film = film;
    m_filling = true;
    const bool adaptive = !draft.ladder.empty();
    m_kinds->setCurrent(adaptive ? kLadder : kSource);
    const auto choices = film ? qualityChoices(draft, partOf(draft, film->info)) : QList<QualityChoice>();
    auto* ladder = findChild<AccessTile*>(kLadder);
    ladder->setEnabled(adaptive || choices.size() > 1);
    ladder->setToolTip(ladder->isEnabled() ? QString()
                       : film              ? tr("This video is too small for it")
                                           : tr("The video is not read yet"));
    showChoices(adaptive ? choices : QList<QualityChoice>());
    m_filling = false;
    if (!film) {
        m_sum->setText(adaptive ? qualityWords(draft) : QString());
    } else if (!adaptive) {
        m_sum->setText(sizeWords(media::estimateFilm(partOf(draft, film->info), {}, false).total()) + u'.');
    } else {
        m_sum->setText(
            tr("%1 in all, with sound. Made while it is encrypted; the quality is kept, so the "
               "size follows the film.")
                .arg(sizeWords(
                    media::estimateFilm(partOf(draft, film->info), draft.ladder, draft.keepSource).total())));
    }
    m_sum->setVisible(!m_sum->text().isEmpty());
}

void QualityCard::showChoices(const QList<QualityChoice>& choices) {
    const auto sameRows = [&]() {
        if (m_checks.size() != choices.size()) return false;
        for (int i = 0; i < choices.size(); ++i)
            if (m_checks[i]->objectName() != idOf(choices[i])) return false;
        return true;
    };
    // The keyboard stays at what was chosen when the rows go.
    if (choices.isEmpty() && m_box->isAncestorOf(QApplication::focusWidget()))
        findChild<AccessTile*>(m_kinds->current())->setFocus(Qt::OtherFocusReason);
    // Kept while they are the same, so that the keyboard stays where it is.
    if (!sameRows()) {
        for (CheckRow* gone : std::exchange(m_checks, {})) {
            gone->hide();
            gone->deleteLater();
        }
        for (int i = 0; i < choices.size(); ++i) {
            const QString height = format::pictureHeight(choices[i].height);
            auto* check =
                new CheckRow(choices[i].isSource ? tr("%1, the source as it is").arg(height) : height);
            check->setObjectName(idOf(choices[i]));
            connect(check, &QAbstractButton::toggled, this, [this, i](bool on) {
                if (m_filling) return;
                choose([&](Draft& draft, const media::MediaInfo& info) {
                    chooseQuality(draft, info, m_choices[i], on);
                });
            });
            m_rows->addWidget(check);
            m_checks.append(check);
        }
    }
    m_choices = choices;
    for (int i = 0; i < choices.size(); ++i) {
        m_checks[i]->setChecked(choices[i].isChosen);
        m_checks[i]->setNote(sizeWords(choices[i].size));
        m_checks[i]->setFixed(choices[i].whyFixed);
    }
    m_box->setVisible(!choices.isEmpty());
}

}  // namespace keyreel::ui
