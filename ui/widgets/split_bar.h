#pragma once

#include <QList>
#include <QWidget>

#include "ui/theme/tokens.h"

namespace keyreel::ui {

/// How something is shared, as a bar: each part as long as it is large. What nobody has yet stays empty. A
/// picture for screen readers; the numbers stand beside it.
class SplitBar : public QWidget {
    Q_OBJECT
public:
    struct Part {
        QString name;
        int units = 0;  ///< Thousandths.
        Role role = Role::Accent;
        bool operator==(const Part&) const = default;
    };
    explicit SplitBar(QWidget* parent = nullptr);

    /// `spoken` is its accessible name: "You 70 %, Idris 15 %, the gateway 5 %".
    void setParts(const QList<Part>& parts, const QString& spoken);
    [[nodiscard]] const QList<Part>& parts() const { return m_parts; }

    QSize sizeHint() const override { return {200, 12}; }
    QSize minimumSizeHint() const override { return {40, 12}; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QList<Part> m_parts;
};

/// The colour of a part beside the field of its name, as high as that.
class Swatch : public QWidget {
    Q_OBJECT
public:
    explicit Swatch(Role role, QWidget* parent = nullptr);
    void setRole(Role role);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    Role m_role;
};

}  // namespace keyreel::ui
