#pragma once

#include <QMetaObject>
#include <QPointer>
#include <memory>
#include <utility>

#include "ui/models/engine.h"

namespace keyreel::ui {

template <class Work, class Done>
void Engine::background(Work work, Done done) {
    m_pool.start([self = QPointer<Engine>(this), context = this, work = std::move(work),
                  done = std::move(done)]() mutable {
        // The pool is drained before the engine goes, so `context` lives while this runs.
        auto outcome = std::make_shared<decltype(work())>(work());
        QMetaObject::invokeMethod(
            context,
            [self, outcome, done = std::move(done)]() mutable {
                if (self) done(std::move(*outcome));
            },
            Qt::QueuedConnection);
    });
}

}  // namespace keyreel::ui
