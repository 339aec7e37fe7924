#pragma once

#include <QObject>
#include <optional>

#include "ui/models/engine_desk.h"

namespace keyreel::ui {

/// Films that are sold: what the gateway keeps, the order that a buyer signs, and the maker's answer to it.
/// GUI thread.
class Sales : public QObject {
    Q_OBJECT
public:
    explicit Sales(Engine& engine, QObject* parent = nullptr);

    /// What the gateway in use keeps of the income, in thousandths; nothing until it has said so.
    [[nodiscard]] std::optional<unsigned> gatewayShare() const { return m_share; }

    /// Signs an order of the film at its price and writes it to `file`; answered with ordered() or
    /// orderFailed().
    void order(const QString& link, const QString& file);
    /// Lets the buyer in who signed the order in `file`; answered with sold() or saleFailed().
    void sell(const QString& link, const QString& file);

Q_SIGNALS:
    void shareKnown();
    void ordered(const QString& link, const QString& file);
    void orderFailed(const QString& link, const keyreel::Error& error);
    /// `buyer` as did:key.
    void sold(const QString& link, const QString& buyer);
    void saleFailed(const QString& link, const keyreel::Error& error);

private:
    void ask();

    EngineDesk m_desk;
    std::optional<unsigned> m_share;
    int m_question = 0;
    bool m_asking = false;
};

/// How an order's file ends.
inline constexpr const char* kOrderEnding = "keyreel-order";

}  // namespace keyreel::ui
