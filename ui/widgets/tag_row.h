#pragma once

#include <QStringList>
#include <QWidget>

namespace keyreel::ui {

/// The tags of a film side by side; nothing without tags.
class TagRow : public QWidget {
    Q_OBJECT
public:
    explicit TagRow(QWidget* parent = nullptr);
    void set(const QStringList& tags);
    [[nodiscard]] const QStringList& tags() const { return m_tags; }

private:
    QStringList m_tags;
};

}  // namespace keyreel::ui
