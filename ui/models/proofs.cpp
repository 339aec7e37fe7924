#include "ui/models/proofs.h"

#include "core/base/file.h"
#include "core/studio/kept_proofs.h"

namespace keyreel::ui {
namespace {

constexpr std::uint64_t kMaxFile = studio::kMaxReleaseProof + package::kMaxManifestBytes + 4;

}  // namespace

Proofs::Proofs(Engine& engine, QObject* parent) : QObject(parent), m_desk(engine, *this) {}

void Proofs::write(const QString& name, const QString& file) {
    m_desk.runAlone(
        [places = m_desk.engine().places(), name = toStdString(name),
         path = std::filesystem::path(toStdString(file))]() -> Status {
            KEYREEL_TRY(const Bytes joined, studio::KeptProofs(places).joined(name));
            return writeFileAtomically(path, joined);
        },
        [this, file](const Status& written) {
            if (written)
                Q_EMIT exported(file);
            else
                Q_EMIT exportFailed(written.error());
        });
}

void Proofs::verify(const QString& file) {
    m_desk.runAlone(
        [path = std::filesystem::path(toStdString(file))]() -> Result<studio::VerifiedRelease> {
            KEYREEL_TRY(const Bytes bytes, readFile(path, kMaxFile));
            return studio::verifyReleaseProof(bytes);
        },
        [this, file](Result<studio::VerifiedRelease> release) {
            if (release)
                Q_EMIT verified(file, std::make_shared<const studio::VerifiedRelease>(*std::move(release)));
            else
                Q_EMIT verifyFailed(file, release.error());
        });
}

}  // namespace keyreel::ui
