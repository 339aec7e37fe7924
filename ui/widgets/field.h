#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "ui/icons/icon.h"

class QHBoxLayout;

namespace keyreel::ui {

class Label;
class Spinner;
class Button;

/// The frame of every labelled input: label above, error at the right of the label, hint below.
/// The label is the accessible name of the input, error or hint its description.
class FieldFrame : public QWidget {
    Q_OBJECT
public:
    FieldFrame(const QString& label, QWidget* input, QWidget* parent = nullptr);

    void setError(const QString& message);
    QString error() const { return m_errorText; }
    void setHint(const QString& hint);
    void setLabel(const QString& label);
    QString label() const;
    QWidget* input() const { return m_input; }

private:
    void describe();
    QWidget* m_input;
    Label* m_label;
    Label* m_error;
    Label* m_hint;
    QString m_errorText;
};

/// One line of text with optional leading icon, prefix ("€") and suffix ("EUR").
class Field : public FieldFrame {
    Q_OBJECT
public:
    explicit Field(const QString& label, QWidget* parent = nullptr);

    QLineEdit* edit() const { return m_edit; }
    QString text() const { return m_edit->text(); }
    void setText(const QString& text) { m_edit->setText(text); }
    void setPlaceholder(const QString& text) { m_edit->setPlaceholderText(text); }
    void setIcon(Icon icon);
    void setPrefix(const QString& text);
    void setSuffix(const QString& text);
    /// Passwords: hidden, with a Show button inside the field.
    void setSecret(bool secret);
    void setLoading(bool loading);

Q_SIGNALS:
    void textEdited(const QString& text);
    void returnPressed();

private:
    QLineEdit* m_edit;
    Label* m_suffix = nullptr;
    Label* m_prefix = nullptr;
    Spinner* m_spinner = nullptr;
};

/// Several lines with an optional limit, told as "105 of 2,000 characters".
class TextAreaField : public FieldFrame {
    Q_OBJECT
public:
    explicit TextAreaField(const QString& label, int limit = 0, QWidget* parent = nullptr);
    QPlainTextEdit* edit() const { return m_edit; }
    QString text() const { return m_edit->toPlainText(); }
    void setText(const QString& text) { m_edit->setPlainText(text); }
    void setPlaceholder(const QString& text) { m_edit->setPlaceholderText(text); }

Q_SIGNALS:
    void textEdited();

private:
    void count();
    QPlainTextEdit* m_edit;
    int m_limit;
};

/// Search as you type with a loupe, key caps while empty and a clear button; Esc clears.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const QString& placeholder, QWidget* parent = nullptr);
    /// Key caps shown while the field is empty and not focused, such as "Ctrl" "F".
    void setKeyCaps(const QStringList& caps);

protected:
    void paintEvent(QPaintEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    Button* m_clear;
    QStringList m_caps;
};

/// A drop-down with the look of a field. Use QComboBox's own functions for its items.
class Select : public QComboBox {
    Q_OBJECT
public:
    explicit Select(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void showPopup() override;
};

/// A Select with a label above.
class SelectField : public FieldFrame {
    Q_OBJECT
public:
    explicit SelectField(const QString& label, QWidget* parent = nullptr);
    Select* select() const { return m_select; }

private:
    Select* m_select;
};

}  // namespace keyreel::ui
