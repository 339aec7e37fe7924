#pragma once

#include <QImage>
#include <QPointer>
#include <QVector>
#include <QWidget>
#include <chrono>
#include <memory>
#include <vector>

#include "player/ass_layer.h"
#include "player/cue_text.h"
#include "player/cue_timeline.h"

namespace keyreel::player {

class Player;
class VideoSurface;

/// Draws the cues of one text track over a surface's picture, when its player is at them. They are drawn
/// once, when others show or the picture's size changes, and copied at every frame. A track that has a script
/// of its own is drawn as that says (AssLayer); its cues are its words then. Lets the mouse through.
/// Thread: the GUI thread.
class SubtitleView : public QWidget {
    Q_OBJECT
public:
    static constexpr double kSmallest = 0.5;
    static constexpr double kLargest = 2.5;
    static constexpr double kHighest = 0.6;

    /// What stands behind the letters, which have an outline in any case.
    enum class Ground { Veil, Solid, None };

    /// Lies on `surface`, which owns it.
    SubtitleView(Player& player, VideoSurface& surface);

    /// Null: no text. `script`: how its maker wants it drawn, if that is known.
    void setTimeline(std::shared_ptr<const CueTimeline> timeline,
                     std::shared_ptr<const AssScript> script = nullptr);
    /// A second text, at the top of the picture; null: none.
    void setSecond(std::shared_ptr<const CueTimeline> timeline);
    [[nodiscard]] bool hasTimeline() const { return m_timeline != nullptr; }
    /// Whether the text is drawn.
    void setShown(bool shown);
    /// Positive: cues come later.
    void setDelay(std::chrono::milliseconds delay);
    /// 1 is a little more than a twentieth of the picture's height; bounded.
    void setScale(double scale);
    /// How far text that has no place of its own stands above the bottom, in parts of the picture's height;
    /// bounded.
    void setLift(double part);
    void setGround(Ground ground);
    /// No text below this line of the surface; below the picture it is no limit.
    void setFloor(int y);

    /// The words on screen, a line each; those of the second text last.
    [[nodiscard]] QString text() const { return m_text; }
    /// What surrounds each cue on screen, in the surface's coordinates.
    [[nodiscard]] QVector<QRect> boxes() const;
    /// The text below is drawn by its script, and not in the person's own way.
    [[nodiscard]] bool drawsScript() const { return m_script.draws(); }
    /// Draws what is on screen into the whole picture, turned as the surface shows it, of any size.
    void drawInto(QImage& picture) const;

Q_SIGNALS:
    /// The words are drawn without their script from now on, for this reason.
    void scriptGivenUp(const keyreel::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Block {
        QImage image;
        QPoint at;
        QPoint way;           ///< In which it gives way to others; the other way comes after that.
        bool counted = true;  ///< Its place is a line's number.
        [[nodiscard]] QRect box() const {
            return {at, (QSizeF(image.size()) / image.devicePixelRatio()).toSize()};
        }
    };

    void follow();
    void followScript();
    void arrange();
    void add(const media::TextCue& cue, bool second, QStringList& words);
    void place(Block block);
    [[nodiscard]] bool giveWay(Block& block, QPoint way) const;
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] Block blockOf(const QSizeF& size, double em) const;
    void paint(QPainter& painter) const;
    [[nodiscard]] Block draw(const CueLines& lines, const CuePlace& place, bool second) const;
    [[nodiscard]] Block drawColumns(const CueLines& lines, const CuePlace& place) const;

    QPointer<Player> m_player;
    VideoSurface& m_surface;
    std::shared_ptr<const CueTimeline> m_timeline;
    std::shared_ptr<const CueTimeline> m_second;
    AssLayer m_script;
    std::chrono::milliseconds m_delay{0};
    double m_scale = 1;
    double m_lift = 0;
    Ground m_ground = Ground::Veil;
    int m_floor = 0;
    bool m_shown = true;
    std::vector<std::size_t> m_showing;
    std::vector<std::size_t> m_secondShowing;
    QRect m_picture;  ///< For which the blocks were drawn.
    QVector<Block> m_blocks;
    QString m_text;
};

}  // namespace keyreel::player
