#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <memory>
#include <optional>

#include "core/base/result.h"
#include "player/ass_renderer.h"

namespace keyreel::player {

/// Draws a script on a thread of its own, always the newest view that was asked for. One that takes too long
/// is given up: libass cannot be interrupted, so its thread is left to itself, and ends when it returns.
/// Thread: the GUI thread, which never waits.
class AssLayer : public QObject {
    Q_OBJECT
public:
    /// For one view; several times as long for the first one, which looks at the system's fonts.
    static constexpr std::chrono::milliseconds kPatience{3000};

    explicit AssLayer(QObject* parent = nullptr, std::chrono::milliseconds patience = kPatience);
    ~AssLayer() override;

    /// Null: none.
    void setScript(std::shared_ptr<const AssScript> script);
    /// There is a script, and it was not given up.
    [[nodiscard]] bool draws() const { return m_work != nullptr; }
    void want(const AssView& view);
    /// The newest that is ready.
    [[nodiscard]] const AssPatches& patches() const { return m_patches; }

Q_SIGNALS:
    /// patches() are others.
    void changed();
    /// The script is not drawn any more, or never was. Codes: those of AssRenderer::open(), `text_too_slow`.
    void givenUp(const keyreel::Error& error);

private:
    /// What the thread and its layer have in common.
    class Work;

    void take(const AssView& view, const std::optional<AssPatches>& patches);
    void giveUp(const Error& error);

    std::chrono::milliseconds m_patience;
    std::shared_ptr<Work> m_work;
    std::optional<AssView> m_wanted;
    bool m_first = true;
    QTimer m_watchdog;
    AssPatches m_patches;
};

}  // namespace keyreel::player
