#pragma once

#include <QWidget>

namespace keyreel::ui {

class Field;
class SelectField;

/// For how long a device may play: a day, a week, a month, until it is taken back, or a number of days; with
/// the end that this means now.
class LoanTerm : public QWidget {
    Q_OBJECT
public:
    /// `until` in Unix seconds is offered as what is so now; 0 offers the others alone.
    explicit LoanTerm(qint64 until = 0, QWidget* parent = nullptr);

    /// The chosen end; 0, with a word at the field, where the number of days is none.
    [[nodiscard]] qint64 until();

private:
    void follow();
    [[nodiscard]] qint64 days() const;

    qint64 m_now;
    SelectField* m_term;
    Field* m_days;
};

}  // namespace keyreel::ui
