#pragma once

#include <QWidget>

#include "ui/icons/icon.h"

class QVBoxLayout;

namespace keyreel::ui {

class NavigationItem;

/// The sections of a long page, left of it. One is current; Up and Down move between them, Enter goes there.
class SectionList : public QWidget {
    Q_OBJECT
public:
    explicit SectionList(const QString& name, QWidget* parent = nullptr);

    void add(const QString& id, Icon icon, const QString& title);
    void setCurrent(const QString& id);
    [[nodiscard]] QString current() const { return m_current; }
    /// Hidden while a search leaves nothing of a section.
    void setShown(const QString& id, bool shown);

Q_SIGNALS:
    void activated(const QString& id);

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    QVBoxLayout* m_column;
    QList<NavigationItem*> m_items;
    QString m_current;
};

}  // namespace keyreel::ui
