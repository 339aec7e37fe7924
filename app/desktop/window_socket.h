#pragma once

#include <QLocalServer>
#include <QString>
#include <functional>
#include <optional>

#include "core/base/file.h"
#include "core/studio/places.h"
#include "ui/models/wish.h"

namespace keyreel::desktop {

/// One window per profile: a second start hands its link or films over to the first. Whose window it is, a
/// lock decides that ends with its process, however that ends; only its owner may replace the socket that a
/// dead window left. Both lie in the profile's own private folder. Thread: the GUI thread.
class WindowSocket {
public:
    /// Takes the profile's window, unless another has it, and listens at once.
    explicit WindowSocket(const studio::Places& places);

    /// Gives `wish` to the window that has the profile; false when none has it, or it does not answer.
    [[nodiscard]] bool handOver(const ui::Wish& wish) const;
    /// What other starts hand over comes to `take` from now on; nothing when another window has the profile.
    void serve(QObject* context, std::function<void(const ui::Wish& wish)> take);

private:
    QString m_name;
    std::optional<File> m_lock;  ///< Set while this is the profile's window.
    QLocalServer m_server;
};

}  // namespace keyreel::desktop
