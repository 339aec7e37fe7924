#include "ui/models/recovery_kits.h"

#include "core/studio/recovery.h"

namespace keyreel::ui {
namespace {

Result<std::shared_ptr<const RecoveryPaper>> paperOf(const studio::Session& session) {
    const identity::Identity& person = *session.identity;
    auto paper = std::make_shared<RecoveryPaper>();
    KEYREEL_TRY(paper->phrase, person.phrase());
    KEYREEL_TRY(paper->code, identity::qrCodeOf(paper->phrase.view()));
    paper->name = toQString(person.displayName());
    paper->account = toQString(person.didKey());
    paper->fingerprint = toQString(person.fingerprint());
    paper->made = session.clock->now();
    return std::shared_ptr<const RecoveryPaper>(std::move(paper));
}

}  // namespace

RecoveryKits::RecoveryKits(Engine& engine, QObject* parent) : QObject(parent), m_desk(engine, *this) {}

std::optional<qint64> RecoveryKits::lastMade() const {
    return studio::lastRecoveryKit(m_desk.engine().places());
}

void RecoveryKits::make(const QString& file, SecretBytes password, bool drafts) {
    m_desk.run(
        [path = std::filesystem::path(toStdString(file)),
         password = std::make_shared<SecretBytes>(std::move(password)),
         drafts](const studio::Session& session, const std::stop_token&) -> Result<std::uint64_t> {
            return studio::writeRecoveryKit(session.places, *session.identity, drafts, password->view(),
                                            *session.clock, path);
        },
        [this, file](const Result<std::uint64_t>& size) {
            if (size)
                Q_EMIT made(file);
            else
                Q_EMIT makeFailed(size.error());
        });
}

void RecoveryKits::preparePaper() {
    m_desk.run([](const studio::Session& session, const std::stop_token&) { return paperOf(session); },
               [this](const Result<std::shared_ptr<const RecoveryPaper>>& paper) {
                   if (paper)
                       Q_EMIT paperReady(*paper);
                   else
                       Q_EMIT paperFailed(paper.error());
               });
}

void RecoveryKits::writePage(const QString& file) {
    m_desk.run(
        [file](const studio::Session& session, const std::stop_token&) -> Status {
            KEYREEL_TRY(const auto paper, paperOf(session));
            return writeRecoveryPdf(*paper, file);
        },
        [this, file](const Status& written) {
            if (written)
                Q_EMIT pageWritten(file);
            else
                Q_EMIT paperFailed(written.error());
        });
}

}  // namespace keyreel::ui
