#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// A folder that is watched for new videos.
class WatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// Chosen in the settings: what is written there becomes a draft when it is whole, follows its name,
    /// stays away when it was removed, also over a restart, and nothing is published.
    void newVideosBecomeDraftsAndNothingMore();

private:
    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
};

}  // namespace keyreel::gui_test
