#pragma once

#include <QObject>
#include <vector>

#include "core/studio/chosen_network.h"
#include "ui/models/engine_desk.h"

namespace keyreel::ui {

/// Where this profile publishes: this computer's own network, or a gateway and key nodes of others. Who they
/// are is asked first and shown; only what a person has confirmed is kept. GUI thread.
class NetworkChoice : public QObject {
    Q_OBJECT
public:
    explicit NetworkChoice(Engine& engine, QObject* parent = nullptr);

    [[nodiscard]] Engine& engine() const { return m_desk.engine(); }
    /// Why the network cannot be changed now; empty when it can.
    [[nodiscard]] QString blocked() const;
    /// Whether others run the network in use.
    [[nodiscard]] bool isElsewhere() const;

    /// Asks gateway and nodes; answered with asked() or askFailed().
    void ask(const studio::NetworkWish& wish);
    /// The same by a network file.
    void askFile(const QString& file);
    /// An answer that comes after this is nobody's.
    void forget() { ++m_question; }

    /// Takes it into use; answered with chosen() or refused().
    void keep(const studio::Network& network);
    void keepThisComputer();

    /// Answered with saved() or saveFailed().
    void save(const QString& file);

Q_SIGNALS:
    void asked(const keyreel::studio::Network& network);
    void askFailed(const keyreel::Error& error);
    void chosen();
    void refused(const keyreel::Error& error);
    void saved(const QString& file);
    void saveFailed(const keyreel::Error& error);

private:
    template <class Ask>
    void run(Ask ask);

    EngineDesk m_desk;
    int m_question = 0;
};

}  // namespace keyreel::ui
