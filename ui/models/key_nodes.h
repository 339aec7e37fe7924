#pragma once

#include <QObject>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/studio/key_holders.h"
#include "core/studio/node_choice.h"
#include "core/studio/reseal.h"
#include "ui/models/engine_desk.h"

namespace keyreel::ui {

/// Who holds the keys of films: asks key nodes who they are, says what a choice of them shares, and changes
/// the nodes of a film that is published. GUI thread.
class KeyNodes : public QObject {
    Q_OBJECT
public:
    explicit KeyNodes(Engine& engine, QObject* parent = nullptr);

    [[nodiscard]] Engine& engine() const { return m_desk.engine(); }

    /// The node at `url`, under the certificates that `network` trusts; answered with answered() or
    /// askFailed() under the number returned here.
    quint64 ask(const studio::Network& network, const QString& url);
    /// What there is to know of a choice; waits for names to be resolved. Answered with weighed() under the
    /// number returned here.
    quint64 weigh(const custody::NodeSet& nodes);

    /// Splits the key of a published film anew; answered with resealStep()..., then resealed() or
    /// resealFailed().
    void reseal(const QString& link, const custody::NodeSet& nodes);
    /// Before its record is written nothing has changed.
    void stopReseal() { m_reseal.request_stop(); }
    [[nodiscard]] bool isResealing() const { return m_resealing; }

Q_SIGNALS:
    void answered(quint64 question, const keyreel::custody::NodeDescriptor& node);
    void askFailed(quint64 question, const keyreel::Error& error);
    void weighed(quint64 question, const std::vector<keyreel::studio::NodeWarning>& warnings);
    void resealStep(const QString& link, keyreel::studio::ResealStep step);
    void resealed(const QString& link, const keyreel::studio::ResealReport& report);
    void resealFailed(const QString& link, const keyreel::Error& error,
                      const keyreel::studio::ResealReport& report);

private:
    EngineDesk m_desk;
    quint64 m_questions = 0;
    std::stop_source m_reseal;
    bool m_resealing = false;
};

/// A warning as the window says it.
QString wordsOf(const studio::NodeWarning& warning);
/// Who runs it and where it is: "Nordic Film Archive · helsinki.example".
QString wordsOf(const custody::NodeDescriptor& node);
/// "any 2 of 3: Helsinki, Lisbon, Porto".
QString wordsOf(const custody::NodeSet& nodes);

/// Who shall hold the key of a film that is published now: what was chosen for it, unless that was for
/// another network than the one in use.
custody::NodeSet holdersNow(const studio::KeyHolders& chosen, const studio::Network& network);

/// Who runs this key node; empty when it does not say.
QString operatorOf(const custody::NodeDescriptor& node);

}  // namespace keyreel::ui
