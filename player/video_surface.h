#pragma once

#include <QImage>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace keyreel::player {

class Player;

/// Shows a player's pictures: painted one to one in device pixels, black around them. Child widgets may lie
/// above it. While it is being resized the last picture is stretched; 100 ms after the last change the
/// decoder is asked for the new size. Sending it another player, or none, is allowed at any time.
class VideoSurface : public QWidget {
    Q_OBJECT
public:
    explicit VideoSurface(QWidget* parent = nullptr);

    void setPlayer(Player* player);
    [[nodiscard]] Player* player() const { return m_player; }
    /// Where the picture lies inside the widget, in logical pixels; empty without a picture.
    [[nodiscard]] QRect pictureRect() const;
    [[nodiscard]] QSize sizeHint() const override { return {960, 540}; }

Q_SIGNALS:
    void clicked();
    void doubleClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void requestSize();

    QPointer<Player> m_player;
    QImage m_image;
    QTimer m_resize;
};

}  // namespace keyreel::player
