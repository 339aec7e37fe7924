#pragma once

#include <QMetaObject>
#include <QPointer>
#include <stop_token>
#include <utility>

#include "ui/models/engine_background.h"

namespace keyreel::ui {

/// How a view model beside the engine has its operations done: on a worker thread, with the person's session,
/// answered on the GUI thread for as long as the view model lives. What fails is told to the engine, too, so
/// that a dead server is started again and a revocation noticed. GUI thread.
class EngineDesk {
public:
    /// `owner` is where the answers go; both outlive this.
    EngineDesk(Engine& engine, QObject& owner) : m_engine(engine), m_owner(owner) {}

    [[nodiscard]] Engine& engine() const { return m_engine; }
    /// For what is read from memory at once; null while there is none.
    [[nodiscard]] const studio::Session* session() const { return m_engine.m_session.get(); }

    /// Where strangers' films and pictures are opened.
    [[nodiscard]] std::shared_ptr<const media::Workshop> workshop() const { return m_engine.m_workshop; }

    /// Unix seconds, by the clock that the engine goes by.
    [[nodiscard]] qint64 now() const { return m_engine.m_clock->now(); }

    /// `work` is called with the session and a stop token and gives a Result; `done` gets it. Without a
    /// session `done` gets why. What is returned stops this operation alone; locking and a revocation
    /// stop them all.
    template <class Work, class Done>
    std::stop_source run(Work work, Done done) {
        std::stop_source stop;
        using Outcome =
            std::decay_t<decltype(work(std::declval<const studio::Session&>(), std::stop_token()))>;
        auto answer = [engine = &m_engine, owner = QPointer<QObject>(&m_owner),
                       done = std::move(done)](Outcome outcome) mutable {
            if (!outcome) engine->doubtNetwork(outcome.error());
            if (owner) done(std::move(outcome));
        };
        const auto session = m_engine.m_session;
        if (!session) {
            Error why = m_engine.m_problem;
            if (why.code.empty()) why = {"not_ready", "Keyreel is not ready yet.", "Try again in a moment."};
            QMetaObject::invokeMethod(
                &m_owner,
                [answer = std::move(answer), why = std::move(why)]() mutable {
                    answer(Outcome(tl::unexpected<Error>(std::move(why))));
                },
                Qt::QueuedConnection);
            return stop;
        }
        m_engine.background(
            [session, stop, ending = m_engine.m_sessionWork.get_token(), revive = m_engine.networkRevival(),
             work = std::move(work)]() mutable -> Outcome {
                const std::stop_callback ended(ending, [&stop] { stop.request_stop(); });
                revive();
                return work(*session, stop.get_token());
            },
            std::move(answer));
        return stop;
    }

    /// The same without a person: for what needs no session.
    template <class Work, class Done>
    void runAlone(Work work, Done done) {
        m_engine.background(std::move(work), [owner = QPointer<QObject>(&m_owner),
                                              done = std::move(done)](auto outcome) mutable {
            if (owner) done(std::move(outcome));
        });
    }

private:
    Engine& m_engine;
    QObject& m_owner;
};

}  // namespace keyreel::ui
