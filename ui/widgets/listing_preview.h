#pragma once

#include <QImage>

#include "ui/widgets/card.h"

namespace keyreel::ui {

class Button;
class Label;

/// "What people will see": poster, title, line of facts, description, the act of the visitor. Live, 348 px
/// wide.
class ListingPreview : public Card {
    Q_OBJECT
public:
    explicit ListingPreview(QWidget* parent = nullptr);

    void setPoster(const QImage& poster);
    /// Duration plate on the poster, "18:42".
    void setDuration(const QString& duration);
    /// An empty title shows `fallback` in grey.
    void setTitle(const QString& title, const QString& fallback);
    void setFacts(const QString& line);
    void setDescription(const QString& text);
    /// What the visitor can press ("Watch free") and the small line below.
    void setAct(const QString& label, const QString& note);
    /// What they can press before they may open it ("Watch the preview (0:15)"); empty: nothing.
    void setPreview(const QString& label);

    QSize sizeHint() const override;

private:
    class Poster;
    Poster* m_poster;
    Label* m_title;
    Label* m_facts;
    Label* m_description;
    Button* m_clip;
    Button* m_act;
    Label* m_note;
};

}  // namespace keyreel::ui
