#pragma once

#include "ui/models/draft_store.h"
#include "ui/models/engine.h"
#include "ui/widgets/card.h"

namespace keyreel::ui {

class Button;
class TextAreaField;

/// The chapters of a draft, a line each, and the way back to those of its file.
class ChaptersCard : public Card {
    Q_OBJECT
public:
    explicit ChaptersCard(QWidget* parent = nullptr);
    /// `film` is null while it is read.
    void set(const Draft& draft, const std::shared_ptr<const InspectedFilm>& film);
    [[nodiscard]] QString text() const;
    void focusText();
    /// Has its title written anew; counted from 0 among those of the text.
    void editTitle(int chapter);

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    TextAreaField* m_lines;
    Button* m_take;
    QString m_ofFile;
    bool m_filling = false;
};

}  // namespace keyreel::ui
