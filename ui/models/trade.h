#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "core/studio/trade.h"
#include "ui/models/engine_desk.h"

namespace keyreel::ui {

/// What of a film can be handed on: an access, royalties, and the right to sell in the maker's place. GUI
/// thread.
class Trade : public QObject {
    Q_OBJECT
public:
    explicit Trade(Engine& engine, QObject* parent = nullptr);

    /// By the log as it is now; answered with known() or failed().
    void ask(const QString& link);
    /// Each is answered with done(), or refused() with what the log has against it. `account`: as typed.
    void giveAccess(const QString& link, const QString& account);
    void giveRoyalties(const QString& link, const QString& account, quint16 units);
    /// `supply` 0 ends it.
    void letSell(const QString& link, const QString& account, quint32 supply, int days);
    /// Unix seconds, by the clock that the engine goes by.
    [[nodiscard]] qint64 now() const { return m_desk.now(); }

Q_SIGNALS:
    void known(const QString& link, const std::shared_ptr<const keyreel::studio::FilmHolders>& holders);
    void failed(const QString& link, const keyreel::Error& error);
    void done(const QString& link);
    void refused(const QString& link, const keyreel::Error& error);

private:
    using Act = std::function<Status(const studio::Session&, const studio::Link&, const crypto::PublicKey&,
                                     const std::stop_token&)>;
    void say(const QString& link, const QString& account, Act act);

    EngineDesk m_desk;
};

}  // namespace keyreel::ui
