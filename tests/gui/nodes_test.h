#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// Who holds the keys, as a person chooses it in the window.
class NodesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// Nodes and threshold of a draft, kept with it and used by its job; then other ones for the published
    /// film, with what each node did, also when too few of them answer.
    void chosenAndChanged();
    /// A gateway of others: asked, its keys shown, confirmed, published at, and left again; one that shows
    /// other keys than it should is not used.
    void networkOfOthers();

private:
    std::unique_ptr<ui::Theme> m_theme;
};

}  // namespace keyreel::gui_test
