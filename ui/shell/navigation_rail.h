#pragma once

#include <QFrame>

#include "ui/icons/icon.h"

class QVBoxLayout;

namespace keyreel::ui {

class NavigationItem;
class IdentityCard;

/// The left edge: mark, pages, settings, identity card. 212 px wide, 60 px with tooltips when narrow.
/// Up and Down move between items, Enter opens.
class NavigationRail : public QFrame {
    Q_OBJECT
public:
    explicit NavigationRail(QWidget* parent = nullptr);

    void addItem(const QString& id, Icon icon, const QString& title, bool atFoot = false);
    void setCurrent(const QString& id);
    QString current() const { return m_current; }
    /// Count pill ("5"); `attention` tints it red ("1 needs you"); 0 hides it.
    void setCount(const QString& id, int count, int attention = 0);
    void setNarrow(bool narrow);
    bool isNarrow() const { return m_narrow; }
    IdentityCard* identityCard() const { return m_identity; }
    NavigationItem* item(const QString& id) const;

Q_SIGNALS:
    void activated(const QString& id);

protected:
    void paintEvent(QPaintEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    class Mark;
    QList<NavigationItem*> m_items;
    QString m_current;
    QVBoxLayout* m_pages;
    QVBoxLayout* m_foot;
    Mark* m_mark;
    IdentityCard* m_identity;
    bool m_narrow = false;
};

}  // namespace keyreel::ui
