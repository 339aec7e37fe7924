// What the window itself asks and says in sheets.
#include <algorithm>
#include <utility>

#include "ui/models/devices.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/models/trash.h"
#include "ui/pages/app_window.h"
#include "ui/pages/join_sheet.h"
#include "ui/pages/library_page.h"
#include "ui/pages/player_page.h"
#include "ui/pages/trash_sheet.h"
#include "ui/shell/sheet.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/facts.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

void AppWindow::showLocked() {
    if (m_toldLocked || m_lockedSheet) return;
    m_toldLocked = true;
    const Sentence words = sentenceOf(m_engine.problem());
    auto* sheet = new Sheet(words.fact.chopped(words.fact.endsWith(u'.') ? 1 : 0));
    sheet->setObjectName(u"locked"_s);
    sheet->setIcon(Icon::Lock, Tone::Warn);
    sheet->setSentence(
        tr("Keyreel cannot read this computer's key, so protected films will not open and nothing can be "
           "published. Your system asks for the keyring's password; Keyreel never sees it."));
    auto* facts = new FactList;
    facts->addFact(Icon::Check, tr("Works now"), tr("Your library, drafts, settings"), Tone::Ok);
    facts->addFact(Icon::Lock, tr("Waits"), tr("Opening protected films, publishing, granting"), Tone::Warn);
    sheet->body()->addWidget(facts);
    auto* unlockButton = sheet->addAct(tr("Unlock"), Button::Kind::Primary, Icon::Unlock, false);
    unlockButton->setObjectName(u"locked.unlock"_s);
    sheet->addWayOut(tr("Not now"))->setObjectName(u"locked.later"_s);
    sheet->setDefaultFocus(unlockButton);
    connect(unlockButton, &QPushButton::clicked, this, [this, unlockButton]() {
        unlockButton->setLoading(true);
        unlock();
    });
    connect(
        &m_engine, &Engine::readinessChanged, sheet,
        [this, unlockButton, sheet](Engine::Readiness readiness) {
            const bool asked = unlockButton->isLoading();
            unlockButton->setLoading(false);
            if (readiness == Engine::Readiness::Locked && m_engine.problem().code == "keyring_stayed_open")
                sheet->setNote(sentenceOf(m_engine.problem()).text());
            else if (readiness == Engine::Readiness::Locked && asked)
                sheet->setNote(tr("It did not unlock. Try again."));
            if (readiness != Engine::Readiness::Locked && readiness != Engine::Readiness::Starting)
                sheet->accept();
        });
    m_lockedSheet = sheet;
    openSheet(sheet);
}

void AppWindow::connectTrash() {
    connect(m_libraryPage, &LibraryPage::trashRequested, this, &AppWindow::showTrash);
    connect(m_trash, &Trash::thrownAway, this, [this](const Trash::Item& item) {
        const QString words =
            item.isPublished ? tr("%1 is in the trash, and stays published") : tr("%1 is in the trash");
        toasts()->show(words.arg(item.title), Icon::Trash, tr("Undo"),
                       [this, item]() { m_trash->restore(item); });
    });
    connect(m_trash, &Trash::severalThrownAway, this, [this](const QList<Trash::Item>& items) {
        toasts()->show(tr("%1 films are in the trash; what you published stays so").arg(items.size()),
                       Icon::Trash, tr("Undo"), [this, items]() {
                           for (const Trash::Item& item : items)
                               m_trash->restore(item);
                       });
    });
    connect(m_libraryPage, &LibraryPage::linksCopied, this, [this](int count) {
        toasts()->show(count == 1 ? tr("Link copied") : tr("%1 links copied").arg(count), Icon::Copy);
    });
    connect(m_trash, &Trash::failed, this,
            [this](const Error& error) { toasts()->show(sentenceOf(error).text(), Icon::Warning); });
}

void AppWindow::showTrash() {
    if (!hasSheet()) openSheet(makeTrashSheet(*m_trash));
}

void AppWindow::showJoin() {
    openSheet(makeJoinSheet(*m_devices, m_engine));
}

void AppWindow::showTakenBack() {
    const auto& loans = m_devices->loans();
    const auto loan =
        std::find_if(loans.begin(), loans.end(), [](const studio::Loan& each) { return each.revoked; });
    if (loan == loans.end() || m_engine.readiness() != Engine::Readiness::Ready) {
        m_toldTakenBack = false;
        return;
    }
    if (hasSheet() || std::exchange(m_toldTakenBack, true)) return;
    const QString account = format::shortAccount(toQString(identity::toDidKey(loan->account)));
    auto* sheet = new Sheet(tr("This computer was taken back"));
    sheet->setObjectName(u"takenback"_s);
    sheet->setIcon(Icon::Laptop, Tone::Warn);
    sheet->setSentence(
        tr("%1 had let it play what they may, and has revoked that. Their films do not open here "
           "any more; everything of your own does.")
            .arg(account));
    auto* again = sheet->addAct(tr("Join again with a code"), Button::Kind::Primary, Icon::Laptop);
    again->setObjectName(u"takenback.join"_s);
    auto* later = sheet->addWayOut(tr("Not now"));
    later->setObjectName(u"takenback.later"_s);
    connect(sheet, &Sheet::accepted, &m_engine, &Engine::renewDevice);
    openSheet(sheet);
}

bool AppWindow::mayClose() {
    const auto& jobs = m_engine.jobs();
    const bool running = std::any_of(
        jobs.begin(), jobs.end(), [this](const auto& job) { return m_engine.isUnderWay(toQString(job.id)); });
    if (!running || m_closing) {
        m_player->closeFilm();
        return true;
    }
    auto* sheet = new Sheet(tr("A film is on its way"));
    sheet->setObjectName(u"closing"_s);
    sheet->setIcon(Icon::Upload, Tone::Warn);
    sheet->setSentence(
        tr("What is uploaded is kept, and goes on at the next start. A film that is being encrypted begins "
           "that stage anew."));
    sheet->addAct(tr("Quit"), Button::Kind::Primary)->setObjectName(u"closing.quit"_s);
    sheet->addWayOut(tr("Stay"));
    connect(sheet, &Sheet::accepted, this, [this]() {
        m_closing = true;
        close();
    });
    openSheet(sheet);
    return false;
}

}  // namespace keyreel::ui
