#pragma once

#include <QTest>

#include "tests/gui/gui_world.h"
#include "ui/widgets/job_card.h"

/// Jobs of a person's queue, by titles of one letter.
namespace keyreel::gui_test {

inline constexpr int kPublishMs = 90'000;

/// One job for each letter, which is its title; false when one is not taken.
inline bool addJobs(ui::Engine& engine, const QString& film, const QString& letters) {
    const auto before = engine.jobs().size();
    for (const QChar letter : letters) {
        studio::PublishRequest request;
        request.film = film.toStdString();
        request.title = QString(letter).toStdString();
        engine.publish(request);
    }
    return QTest::qWaitFor([&]() { return engine.jobs().size() == before + std::size_t(letters.size()); },
                           kPublishMs);
}

inline const studio::JobReport* jobOf(const ui::Engine& engine, const QString& title) {
    for (const auto& job : engine.jobs())
        if (ui::toQString(job.request.title) == title) return &job;
    return nullptr;
}

inline QString idOf(const ui::Engine& engine, const QString& title) {
    const auto* job = jobOf(engine, title);
    return job == nullptr ? QString() : ui::toQString(job->id);
}

/// Whether it is uploaded now.
inline bool uploads(const ui::Engine& engine, const QString& title) {
    const auto* job = jobOf(engine, title);
    return job != nullptr && engine.isRunning(ui::toQString(job->id)) &&
           job->at(studio::Stage::Upload).status == studio::StageStatus::Running;
}

/// The same, and some of it has arrived.
inline bool hasUploaded(const ui::Engine& engine, const QString& title) {
    return uploads(engine, title) && jobOf(engine, title)->at(studio::Stage::Upload).progress.done > 0;
}

inline QString titlesOf(const ui::Engine& engine, const std::vector<std::string>& ids) {
    QString titles;
    for (const auto& id : ids) {
        const auto* job = engine.job(ui::toQString(id));
        titles += job == nullptr ? QStringLiteral("?") : ui::toQString(job->request.title);
    }
    return titles;
}

inline QString orderOf(const ui::Engine& engine) {
    return titlesOf(engine, engine.queue().order());
}

inline QString pausedOf(const ui::Engine& engine) {
    return titlesOf(engine, engine.queue().all(studio::Standing::Paused));
}

inline ui::JobCard* cardOf(Person& person, const QString& title) {
    for (auto* card : person.window().findChildren<ui::JobCard*>())
        if (card->isVisible() && card->title() == title) return card;
    return nullptr;
}

}  // namespace keyreel::gui_test
