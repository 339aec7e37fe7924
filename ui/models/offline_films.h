#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/studio/lease.h"
#include "ui/models/engine_desk.h"

namespace keyreel::ui {

/// The films that this computer keeps for watching without a network: until when, and what is done with them.
/// GUI thread.
class OfflineFilms : public QObject {
    Q_OBJECT
public:
    explicit OfflineFilms(Engine& engine, QObject* parent = nullptr);

    /// Reads what is kept anew; answered with changed(). While locked nothing is known to be kept.
    void refresh();
    [[nodiscard]] const std::vector<studio::Lease>& leases() const { return m_leases; }
    /// Null when the film is not kept.
    [[nodiscard]] const studio::Lease* lease(const QString& link) const;
    /// Unix seconds, as the leases count them.
    [[nodiscard]] qint64 now() const { return m_desk.now(); }

    /// How a download stands.
    struct Taking {
        std::stop_source stop;
        quint64 done = 0;
        quint64 total = 0;  ///< 0 until it is known.
    };
    /// Null when none is under way.
    [[nodiscard]] const Taking* taking(const QString& link) const;
    /// Keeps the film for as long as its maker allows, or renews that; answered with taken() or takeFailed().
    void take(const QString& link);
    void cancel(const QString& link);

    /// How it stands with several that were asked for together.
    struct Several {
        QString now;          ///< The one that is under way; others wait.
        QStringList waiting;  ///< In their order.
        int asked = 0;        ///< 0: none are.
        int ended = 0;
        int kept = 0;
        QString refused;           ///< The first that could not be kept,
        std::optional<Error> why;  ///< and why; nothing when none was refused.
    };
    [[nodiscard]] const Several& several() const { return m_several; }
    /// take() of one after the other, what is kept already renewed; answered with severalChanged(), and with
    /// severalEnded() when the last one has ended. Those asked for meanwhile come behind.
    void takeSeveral(const QStringList& links);
    /// Cancels the one under way and forgets those that wait.
    void cancelSeveral();
    /// Gives it back and frees its space; answered with changed() or releaseFailed().
    void release(const QString& link);

Q_SIGNALS:
    void changed();
    /// Of a download under way.
    void progressed(const QString& link);
    void taken(const QString& link);
    void takeFailed(const QString& link, const keyreel::Error& error);
    void releaseFailed(const QString& link, const keyreel::Error& error);
    void severalChanged();
    void severalEnded(const keyreel::ui::OfflineFilms::Several& how);

private:
    void takeNext();
    void settle(const QString& link, const Error* error);

    EngineDesk m_desk;
    std::vector<studio::Lease> m_leases;
    QHash<QString, Taking> m_taking;
    Several m_several;
};

}  // namespace keyreel::ui
