#pragma once

#include <QWidget>

#include "ui/icons/icon.h"

class QHBoxLayout;
class QVBoxLayout;

namespace keyreel::ui {

class Button;
class Label;

/// Nothing here, said well: a drawn object, a title, up to two lines, a primary and a secondary act.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    /// Covers: three cover outlines with the reel. Tile: one icon in a tile.
    enum class Art { Covers = 1, Tile };
    explicit EmptyState(QWidget* parent = nullptr);

    void setArt(Art art, Icon icon = Icon::Reel, Tone tone = Tone::Neutral);
    void setText(const QString& title, const QString& text);
    QString title() const;
    Button* addAction(const QString& label, Icon icon, bool primary);
    void clearActions();
    /// A quiet line under a divider; may contain one <a href="id"> link.
    void setFootnote(const QString& richText);

Q_SIGNALS:
    void footnoteActivated(const QString& id);

private:
    class Picture;
    Picture* m_picture;
    Label* m_title;
    Label* m_text;
    QHBoxLayout* m_actions;
    QWidget* m_divider;
    Label* m_footnote;
};

}  // namespace keyreel::ui
