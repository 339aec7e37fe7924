#pragma once

#include <QObject>
#include <QTimer>

#include "ui/pages/app_window.h"

namespace keyreel::ui {

/// Does the main job by itself through the real pages, as a person would: an identity if there is none, a
/// film or the sample, publish, open, play. Presses the same buttons; one step at a time, so that it can be
/// seen.
class Journey : public QObject {
    Q_OBJECT
public:
    /// `film` may be empty: the sample.
    Journey(Engine& engine, AppWindow& window, QString film, QObject* parent = nullptr);

Q_SIGNALS:
    /// The film plays: its first picture is on screen.
    void finished(const QString& link);
    /// It cannot go on, or waits for a person.
    void failed(const QString& why);

private:
    void step();
    void press(const char* objectName);
    [[nodiscard]] QWidget* find(const char* objectName) const;

    Engine& m_engine;
    AppWindow& m_window;
    QString m_film;
    QString m_link;
    QTimer m_pace;
    bool m_imported = false;
    bool m_done = false;
};

}  // namespace keyreel::ui
