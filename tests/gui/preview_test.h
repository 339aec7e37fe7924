#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// What everyone may see of a film that is sold, from the draft to the buyer.
class PreviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// Asked for, moved and made longer by keys and mouse, undone, and told before it is signed; then seen by
    /// somebody who has not bought the film, who comes from its end to the order.
    void seenBeforeItIsBought();
    /// Whoever may watch the film comes from its end to the film itself.
    void ledToAFreeFilm();

private:
    std::unique_ptr<ui::Theme> m_theme;
};

}  // namespace keyreel::gui_test
