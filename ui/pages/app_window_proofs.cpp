// Proofs of release: from the player to a file, and from a file to a sheet.
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/models/proofs.h"
#include "ui/pages/activity_page.h"
#include "ui/pages/app_window.h"
#include "ui/pages/player_page.h"
#include "ui/pages/proof_sheet.h"
#include "ui/shell/sheet.h"
#include "ui/shell/toast_host.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String kSuffix("proof");

}  // namespace

void AppWindow::connectProofs() {
    connect(m_player, &PlayerPage::proofRequested, this, [this]() {
        if (const auto* film = m_player->film())
            saveProof(toQString(film->report.proof), toQString(film->manifest.title));
    });
    connect(m_activity, &ActivityPage::proofRequested, this, &AppWindow::openProof);
    connect(m_proofs, &Proofs::exported, this, [this](const QString& file) {
        toasts()->show(tr("Proof written: %1").arg(QFileInfo(file).fileName()), Icon::ShieldCheck,
                       tr("Verify"), [this, file]() { m_proofs->verify(file); });
    });
    connect(m_proofs, &Proofs::exportFailed, this, [this](const Error& error) {
        const Sentence words = sentenceOf(error);
        auto* sheet = new Sheet(tr("The proof was not written"));
        sheet->setObjectName(u"prooffailed"_s);
        sheet->setIcon(Icon::Warning, Tone::Error);
        sheet->setSentence(format::plain(words.text()));
        sheet->addWayOut(tr("Close"));
        openSheet(sheet);
    });
    connect(m_proofs, &Proofs::verified, this,
            [this](const QString& file, const std::shared_ptr<const studio::VerifiedRelease>& release) {
                openSheet(makeProofSheet(file, *release));
            });
    connect(m_proofs, &Proofs::verifyFailed, this, [this](const QString& file, const Error& error) {
        openSheet(makeProofProblemSheet(file, error));
    });
}

void AppWindow::saveProof(const QString& proof, const QString& title) {
    if (proof.isEmpty()) return;
    auto* dialog = new QFileDialog(this, tr("Export the proof of this opening"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Proofs of release (*.proof)"), tr("All files (*)")});
    dialog->setDefaultSuffix(kSuffix);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(format::fileName(title) + u'.' + kSuffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, proof](const QString& file) { m_proofs->write(proof, file); });
    dialog->open();
}

void AppWindow::openProof() {
    auto* dialog = new QFileDialog(this, tr("Open a proof"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Proofs of release (*.proof)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { m_proofs->verify(file); });
    dialog->open();
}

}  // namespace keyreel::ui
