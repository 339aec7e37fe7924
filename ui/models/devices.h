#pragma once

#include <QObject>
#include <QTimer>
#include <optional>
#include <vector>

#include "core/studio/devices.h"
#include "core/studio/revocation.h"
#include "ui/models/engine_desk.h"

namespace keyreel::ui {

/// The devices of the person's account, those who lend this one, and what is done with them: added by a code,
/// named, lent for a while, taken back. GUI thread.
class Devices : public QObject {
    Q_OBJECT
public:
    explicit Devices(Engine& engine, QObject* parent = nullptr);

    /// Reads the list anew from the gateway's log; answered with changed(), or failed(), where the list stays
    /// as it was.
    void refresh();
    /// The lenders anew, by the copy of the log that is here; answered with changed().
    void readLoans();
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// This one first; empty before the first answer.
    [[nodiscard]] const std::vector<studio::OwnDevice>& own() const { return m_own; }
    /// Who has added this computer to their devices.
    [[nodiscard]] const std::vector<studio::Loan>& loans() const { return m_loans; }
    /// When this computer last opened a film, in Unix seconds; 0 when no opening is on record here.
    /// What the gateway saw of all of them stands in own().
    [[nodiscard]] qint64 lastOpenedHere() const { return m_lastOpened; }

    /// Lets the computer that shows `code` play what the person may, until `until`; answered with added() or
    /// addFailed().
    void add(const QString& code, const QString& name, qint64 until);
    /// Answered with altered() or alterFailed().
    void alter(const rights::DeviceId& device, const QString& name, qint64 until);
    /// Answered with revoked() or revokeFailed().
    void revoke(const rights::DeviceId& device);

    /// Asks for a code by which somebody adds this computer, and waits for them until it runs out or
    /// stopJoining(); answered with offered(), then joined() or joinFailed().
    void join();
    void stopJoining();

Q_SIGNALS:
    void changed();
    void failed(const keyreel::Error& error);
    void added(const QString& name);
    void addFailed(const keyreel::Error& error);
    void altered();
    void alterFailed(const keyreel::Error& error);
    void revoked(const keyreel::studio::RevocationReport& report);
    void revokeFailed(const keyreel::Error& error);
    /// `until`: Unix seconds after which the code is good for nothing.
    void offered(const QString& code, qint64 until);
    void joined(const keyreel::studio::Loan& loan);
    /// `code_expired` when nobody came.
    void joinFailed(const keyreel::Error& error);

private:
    void look();

    EngineDesk m_desk;
    std::vector<studio::OwnDevice> m_own;
    std::vector<studio::Loan> m_loans;
    qint64 m_lastOpened = 0;
    bool m_loading = false;
    std::stop_source m_joining;
    int m_asked = 0;  ///< Answers to what was called off, or asked anew, since are nobody's.
    std::optional<studio::PairingOffer> m_offer;
    QTimer m_look;
};

}  // namespace keyreel::ui
