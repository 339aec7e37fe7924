#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// What a maker does with a film beyond publishing it: sell it, hand it out, take it back.
class SaleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// The form names every mistake, goes back step by step, and survives a restart; the film is bought by a
    /// signed order and watched; nobody without one is let in.
    void soldAndBought();
    /// A published film's page: its link as a QR code, two people let in at once and nobody by halves, and
    /// out of the catalogue for those who were not.
    void handedOutAndTakenBack();

private:
    /// What is held goes on: openings are counted, a seller is named and ended, royalties and a copy given
    /// away.
    void handOn(Person& maker, Person& buyer, Person& partner, const QString& link);

    std::unique_ptr<ui::Theme> m_theme;
};

}  // namespace keyreel::gui_test
