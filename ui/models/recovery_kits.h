#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "core/base/secret_bytes.h"
#include "ui/models/engine_desk.h"
#include "ui/models/recovery_paper.h"

namespace keyreel::ui {

/// The recovery kit of the person: the file under a password, and the page to print. GUI thread.
class RecoveryKits : public QObject {
    Q_OBJECT
public:
    explicit RecoveryKits(Engine& engine, QObject* parent = nullptr);

    /// When the last kit was made, in Unix seconds; nothing when there is none.
    [[nodiscard]] std::optional<qint64> lastMade() const;
    /// With `drafts` drafts and library come along; answered with made() or makeFailed().
    void make(const QString& file, SecretBytes password, bool drafts);
    /// Answered with paperReady() or paperFailed().
    void preparePaper();
    /// Writes the page as a PDF that only this account may read; answered with pageWritten() or
    /// paperFailed().
    void writePage(const QString& file);

Q_SIGNALS:
    void made(const QString& file);
    void makeFailed(const keyreel::Error& error);
    void paperReady(std::shared_ptr<const keyreel::ui::RecoveryPaper> paper);
    void pageWritten(const QString& file);
    void paperFailed(const keyreel::Error& error);

private:
    EngineDesk m_desk;
};

}  // namespace keyreel::ui
