#pragma once

#include <QAbstractButton>
#include <QImage>

namespace keyreel::ui {

/// A picture to choose among its siblings.
class PictureTile : public QAbstractButton {
    Q_OBJECT
public:
    explicit PictureTile(const QSize& size, QWidget* parent = nullptr);
    void set(const QImage& picture, const QString& name);
    QSize sizeHint() const override { return m_size; }
    QSize minimumSizeHint() const override { return m_size; }

protected:
    void paintEvent(QPaintEvent*) override;
    bool hitButton(const QPoint& pos) const override { return rect().contains(pos); }

private:
    QSize m_size;
    QImage m_picture;
};

}  // namespace keyreel::ui
