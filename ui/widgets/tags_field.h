#pragma once

#include <QStringList>

#include "ui/widgets/field.h"

class QCompleter;
class QStringListModel;

namespace keyreel::ui {

/// Tags as chips below a field: Enter, a comma or a suggestion adds one, a chip's click or Backspace in the
/// empty field takes one away. The first is the category.
class TagsField : public QWidget {
    Q_OBJECT
public:
    explicit TagsField(QWidget* parent = nullptr);

    [[nodiscard]] const QStringList& tags() const { return m_tags; }
    /// Does not emit changed().
    void setTags(const QStringList& tags);
    /// What is offered while somebody types, most wanted first.
    void setSuggestions(const QStringList& words);
    [[nodiscard]] QLineEdit* edit() const { return m_field->edit(); }
    /// Also what is typed and not added yet; what cannot be added stays in the field, which says why.
    void addTyped();

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void remove(int index);
    void drawChips();

    QStringList m_tags;
    Field* m_field;
    QWidget* m_chips;
    QStringListModel* m_words;
    QCompleter* m_completer;
};

}  // namespace keyreel::ui
