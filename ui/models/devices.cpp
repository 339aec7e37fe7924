#include "ui/models/devices.h"

#include <algorithm>
#include <utility>

#include "core/studio/access.h"
#include "core/studio/kept_proofs.h"
#include "core/studio/library.h"

namespace keyreel::ui {
namespace {

constexpr int kLookEveryMs = 1000;

struct Listed {
    std::vector<studio::OwnDevice> own;
    std::vector<studio::Loan> loans;
    qint64 lastOpened = 0;
};

/// By the library, where openings without a network count, too; of films that are no longer in it, by what
/// their key nodes signed.
qint64 lastOpening(const studio::Places& places) {
    std::int64_t last = 0;
    for (const auto& entry : studio::Library(places).entries().value_or(std::vector<studio::LibraryEntry>{}))
        last = std::max(last, entry.lastOpened);
    if (const auto proofs = studio::KeptProofs(places).list(); last == 0 && proofs && !proofs->empty())
        last = proofs->front().opened;
    return last;
}

/// What the engine says of another computer in words that suit this one would be read as being about this
/// one.
Error aboutTheOther(Error error) {
    if (error.code == "device_revoked")
        return {"device_taken_back", "That computer was taken back before, and its key stays refused.",
                "On that computer, choose Join again: it gets a new key and shows a new code."};
    return error;
}

}  // namespace

Devices::Devices(Engine& engine, QObject* parent) : QObject(parent), m_desk(engine, *this) {
    m_look.setInterval(kLookEveryMs);
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &Devices::look);
}

void Devices::refresh() {
    if (std::exchange(m_loading, true)) return;
    Q_EMIT changed();
    m_desk.run(
        [](const studio::Session& session, const std::stop_token& stop) -> Result<Listed> {
            Listed listed;
            KEYREEL_TRY(listed.own, studio::devicesOf(session, stop));
            listed.loans = studio::loansOf(session);
            listed.lastOpened = lastOpening(session.places);
            return listed;
        },
        [this](Result<Listed> listed) {
            m_loading = false;
            if (!listed) {
                Q_EMIT failed(listed.error());
                return;
            }
            m_own = std::move(listed->own);
            m_loans = std::move(listed->loans);
            m_lastOpened = listed->lastOpened;
            Q_EMIT changed();
        });
}

void Devices::readLoans() {
    if (const auto* session = m_desk.session()) m_loans = studio::loansOf(*session);
    Q_EMIT changed();
}

void Devices::add(const QString& code, const QString& name, qint64 until) {
    m_desk.run(
        [code = toStdString(code), name = toStdString(name.trimmed()), until](const studio::Session& session,
                                                                              const std::stop_token& stop) {
            return studio::addDevice(session, code, name, until, stop);
        },
        [this](const Result<rights::DeviceRegistration>& device) {
            if (!device) {
                Q_EMIT addFailed(aboutTheOther(device.error()));
                return;
            }
            Q_EMIT added(toQString(device->name));
            refresh();
        });
}

void Devices::alter(const rights::DeviceId& device, const QString& name, qint64 until) {
    m_desk.run(
        [device, name = toStdString(name.trimmed()), until](const studio::Session& session,
                                                            const std::stop_token& stop) {
            return studio::changeDevice(session, device, name, until, stop);
        },
        [this](const Result<rights::DeviceRegistration>& changedDevice) {
            if (!changedDevice) {
                Q_EMIT alterFailed(aboutTheOther(changedDevice.error()));
                return;
            }
            Q_EMIT altered();
            refresh();
        });
}

void Devices::revoke(const rights::DeviceId& device) {
    m_desk.run([device](const studio::Session& session,
                        const std::stop_token& stop) { return studio::revokeDevice(session, device, stop); },
               [this](const Result<studio::RevocationReport>& report) {
                   if (report)
                       Q_EMIT revoked(*report);
                   else
                       Q_EMIT revokeFailed(report.error());
                   refresh();
               });
}

void Devices::join() {
    stopJoining();
    m_joining =
        m_desk.run([](const studio::Session& session,
                      const std::stop_token& stop) { return studio::offerDevice(session, stop); },
                   [this, asked = ++m_asked](Result<studio::PairingOffer> offer) {
                       if (asked != m_asked) return;
                       if (!offer) {
                           Q_EMIT joinFailed(offer.error());
                           return;
                       }
                       m_offer = std::move(*offer);
                       Q_EMIT offered(toQString(m_offer->code), m_offer->time + studio::kPairingSeconds);
                       m_look.start();
                   });
}

void Devices::stopJoining() {
    m_joining.request_stop();
    ++m_asked;
    m_look.stop();
    m_offer.reset();
}

void Devices::look() {
    if (!m_offer) return;
    if (m_desk.now() > m_offer->time + studio::kPairingSeconds) {
        m_offer.reset();
        Q_EMIT joinFailed(
            {"code_expired", "Nobody added this computer within ten minutes.", "Show a new code."});
        return;
    }
    m_joining = m_desk.run(
        [offer = *m_offer](const studio::Session& session,
                           const std::stop_token& stop) -> Result<std::optional<studio::Loan>> {
            KEYREEL_TRY(const auto lender, studio::findLender(session, offer, stop));
            if (!lender) return std::optional<studio::Loan>();
            return std::optional(studio::Loan{lender->account, lender->name, lender->notAfter, false, false});
        },
        [this, asked = m_asked](Result<std::optional<studio::Loan>> loan) {
            if (asked != m_asked) return;
            if (!loan) {
                m_offer.reset();
                Q_EMIT joinFailed(loan.error());
                return;
            }
            if (!*loan) {
                m_look.start();
                return;
            }
            m_offer.reset();
            Q_EMIT joined(**loan);
            refresh();
        });
}

}  // namespace keyreel::ui
