#pragma once

#include <QImage>
#include <QWidget>
#include <optional>

namespace keyreel::ui {

/// A picture, and on it the part of a given shape that is kept. Drag moves that part, a corner or the wheel
/// makes it smaller or larger; arrow keys move it, + and - change its size, 0 makes it as large as it can be.
class CropView : public QWidget {
    Q_OBJECT
public:
    explicit CropView(QWidget* parent = nullptr);

    /// The part stays where it is, as far as the new picture lets it.
    void setPicture(const QImage& picture);
    [[nodiscard]] const QImage& picture() const { return m_picture; }
    /// Width by height; 0 keeps the whole picture.
    void setShape(double shape);
    [[nodiscard]] double shape() const { return m_shape; }
    /// In parts of the picture's sides, 0 to 1; the whole of it without a shape.
    [[nodiscard]] QRectF part() const;
    void setPart(const QRectF& part);
    /// What is kept.
    [[nodiscard]] QImage cut() const;
    /// The part in this widget.
    [[nodiscard]] QRectF box() const;

    QSize sizeHint() const override { return {440, 248}; }
    QSize minimumSizeHint() const override { return {320, 180}; }

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    struct Grip {
        QPointF from;
        QRectF part;
        bool corner = false;
    };
    /// Of the picture in this widget.
    [[nodiscard]] QRectF place() const;
    /// The largest part of the shape.
    [[nodiscard]] QSizeF largest() const;
    void put(QPointF middle, double size);
    void describe();

    QImage m_picture;
    double m_shape = 0;
    double m_size = 1;  ///< Of the largest part.
    QPointF m_middle{0.5, 0.5};
    std::optional<Grip> m_grip;
};

}  // namespace keyreel::ui
