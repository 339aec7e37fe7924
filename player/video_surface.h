#pragma once

#include <QImage>
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <optional>

namespace keyreel::player {

class Player;

/// How a picture lies in its surface.
struct PictureView {
    double zoom = 1;           ///< 1: as large as fits.
    QPointF middle{0.5, 0.5};  ///< Of the surface, in parts of the picture as it is shown.
    int quarterTurns = 0;      ///< Clockwise, 0 to 3.

    bool operator==(const PictureView&) const = default;
};

/// Shows a player's pictures: painted one to one in device pixels, black around them. Child widgets may lie
/// above it. While it is being resized the last picture is stretched; 100 ms after the last change the
/// decoder is asked for the new size. Sending it another player, or none, is allowed at any time.
class VideoSurface : public QWidget {
    Q_OBJECT
public:
    static constexpr double kLargestZoom = 8;

    explicit VideoSurface(QWidget* parent = nullptr);

    void setPlayer(Player* player);
    [[nodiscard]] Player* player() const;
    /// Bounded: no further in than kLargestZoom, and no edge of an enlarged picture inside the widget.
    void setView(const PictureView& view);
    [[nodiscard]] const PictureView& view() const { return m_view; }
    /// Larger or smaller around what is at `at`, in logical pixels.
    void zoomAt(const QPointF& at, double zoom);
    /// What of the widget the picture covers, in logical pixels; empty without a picture.
    [[nodiscard]] QRect pictureRect() const;
    /// The whole picture, in device pixels; larger than the widget when it is enlarged, empty without one.
    [[nodiscard]] QRect wholePicture() const;
    [[nodiscard]] QSize sizeHint() const override { return {960, 540}; }

Q_SIGNALS:
    void clicked();
    void doubleClicked();
    /// The person has moved an enlarged picture.
    void viewMoved();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void requestSize();
    void bound();
    [[nodiscard]] QSize deviceSize() const;

    QPointer<Player> m_player;
    QImage m_image;
    QTimer m_resize;
    PictureView m_view;
    std::optional<QPointF> m_grip;  ///< Where the picture was taken hold of, or moved to last.
    bool m_moved = false;
};

}  // namespace keyreel::player
