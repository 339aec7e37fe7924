#pragma once

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/icons/icon.h"
#include "ui/theme/theme.h"

class QLineEdit;
class QTimer;

namespace keyreel::ui {

class FlowLayout;
class Button;
class Label;

/// A value to copy: read-only text, elided in the middle until it has the focus, and Copy, which takes it
/// whole; after copying the icon is a check for 2 s and says "Copied". Accessible name "<name>, copy". An
/// empty value shows a dash and no Copy.
class CopyField : public QFrame {
    Q_OBJECT
public:
    explicit CopyField(const QString& name, const QString& value = {}, QWidget* parent = nullptr);
    void setValue(const QString& value);
    QString value() const { return m_value; }
    /// Copies and shows that it did.
    void copy();
    Button* copyButton() const { return m_copy; }

Q_SIGNALS:
    void copied(const QString& value);

protected:
    void paintEvent(QPaintEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showValue();
    QString m_value;
    QLineEdit* m_edit;
    Button* m_copy;
    QTimer* m_restore;
};

/// Keys in `text.3` at the left, values at the right: selectable, middle-elided, Ctrl+C copies the full
/// value.
class KeyValueTable : public QWidget {
    Q_OBJECT
public:
    explicit KeyValueTable(QWidget* parent = nullptr);
    /// Adds or changes a row; `tone` colours the value.
    void setRow(const QString& key, const QString& value, Tone tone = Tone::Neutral);
    void clear();
    QString value(const QString& key) const;

private:
    class Value;
    struct Row {
        QString key;
        Label* label;
        Value* value;
    };
    QGridLayout* m_grid;
    QList<Row> m_rows;
};

/// Framed rows of icon, name, value and an optional action, as in the publish sheet.
class FactList : public QFrame {
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);
    /// Returns the row's layout so that an action can be added at its end.
    QHBoxLayout* addFact(Icon icon, const QString& name, const QString& value, Tone tone = Tone::Neutral);
    /// Rows of a line each, for long lists. Before the first fact.
    void setDense(bool dense) { m_dense = dense; }
    /// Width of the name column; 0 keeps the default of 116.
    void setNameWidth(int width);
    void clear();

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QVBoxLayout* m_rows;
    int m_nameWidth = 116;
    bool m_dense = false;
};

/// A number with its label below: "18:42" "Length".
class Stat : public QWidget {
    Q_OBJECT
public:
    Stat(const QString& value, const QString& label, QWidget* parent = nullptr);
    void setValue(const QString& value);

private:
    Label* m_value;
};

/// Numbers beside each other, each with its label.
class StatRow : public QWidget {
    Q_OBJECT
public:
    explicit StatRow(int spacing = 24, QWidget* parent = nullptr);
    void clear();
    void add(const QString& value, const QString& label);

private:
    FlowLayout* m_row;
};

}  // namespace keyreel::ui
