#pragma once

#include <QObject>
#include <memory>

#include "core/studio/release_proof.h"
#include "ui/models/engine_desk.h"

namespace keyreel::ui {

/// The proofs of release that this profile keeps, written to files, and those in files, verified: without a
/// network and without an identity. GUI thread.
class Proofs : public QObject {
    Q_OBJECT
public:
    explicit Proofs(Engine& engine, QObject* parent = nullptr);

    /// Writes the kept proof of that name to `file`, in place of what stands there; answered with exported()
    /// or exportFailed().
    void write(const QString& name, const QString& file);
    /// Answered with verified() or verifyFailed().
    void verify(const QString& file);

Q_SIGNALS:
    void exported(const QString& file);
    void exportFailed(const keyreel::Error& error);
    void verified(const QString& file, std::shared_ptr<const keyreel::studio::VerifiedRelease> release);
    void verifyFailed(const QString& file, const keyreel::Error& error);

private:
    EngineDesk m_desk;
};

}  // namespace keyreel::ui
