#pragma once

#include <QMetaObject>
#include <QPointer>
#include <exception>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "core/base/log.h"
#include "ui/models/engine.h"

namespace keyreel::ui {

/// What `work` gives, or, should it throw after all, an outcome that carries the error `internal_error`: a
/// defect below ends one operation, never the window. Outcomes that are no Result have a fromError().
template <class Work>
auto outcomeOf(Work& work) {
    using Outcome = std::decay_t<decltype(work())>;
    const auto failed = [](const std::string& why) {
        log(LogLevel::Error, "engine", "An operation threw: " + why);
        Error error{"internal_error", "Keyreel failed at this: " + why + ".",
                    "Try again. If it happens again, report it as a defect of Keyreel, with what you did."};
        if constexpr (requires { Outcome::fromError(std::move(error)); })
            return Outcome::fromError(std::move(error));
        else
            return Outcome(tl::unexpected<Error>(std::move(error)));
    };
    try {
        return Outcome(work());
    } catch (const std::exception& error) {
        return failed(error.what());
    } catch (...) {
        return failed("of an unknown cause");
    }
}

template <class Work, class Done>
void Engine::background(Work work, Done done) {
    m_pool.start([self = QPointer<Engine>(this), context = this, work = std::move(work),
                  done = std::move(done)]() mutable {
        // The pool is drained before the engine goes, so `context` lives while this runs.
        auto outcome = std::make_shared<std::decay_t<decltype(work())>>(outcomeOf(work));
        QMetaObject::invokeMethod(
            context,
            [self, outcome, done = std::move(done)]() mutable {
                if (self) done(std::move(*outcome));
            },
            Qt::QueuedConnection);
    });
}

}  // namespace keyreel::ui
