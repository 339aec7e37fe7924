#pragma once

#include <QAbstractButton>

#include "ui/icons/icon.h"

namespace keyreel::ui {

/// One place in the rail: icon 18, title, count pill. 36 px high.
class NavigationItem : public QAbstractButton {
    Q_OBJECT
public:
    NavigationItem(const QString& id, Icon icon, const QString& title, QWidget* parent = nullptr);
    QString id() const { return m_id; }
    void setCurrent(bool current);
    void setCount(int count, int attention);
    void setNarrow(bool narrow);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void describe();
    /// Pixels beside the icon and the count.
    int textRoom() const;
    QString m_id;
    Icon m_icon;
    bool m_current = false;
    bool m_narrow = false;
    int m_count = 0;
    int m_attention = 0;
};

}  // namespace keyreel::ui
