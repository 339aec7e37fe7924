#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/widgets/button.h"

class QHBoxLayout;
class QVBoxLayout;

namespace keyreel::ui {

class Label;

/// An in-window dialog: icon tile, title, sentence, facts, acts at the left, way out at the right.
///
/// Open it with `open(host)`: a veil covers the host, focus stays inside and starts on the safe default, Esc
/// is the way out. It deletes itself after closing; connect to `accepted` and `rejected`.
class Sheet : public QWidget {
    Q_OBJECT
public:
    explicit Sheet(const QString& title, int width = 580);

    void setIcon(Icon icon, Tone tone);
    /// Plain or simple rich text below the title.
    void setSentence(const QString& text);
    /// Where facts and fields go.
    QVBoxLayout* body() const { return m_body; }
    /// Accepts on click unless `closes` is false.
    Button* addAct(const QString& label, Button::Kind kind, Icon icon = Icon::None, bool closes = true);
    /// The way out ("Back", "Not now"): rejects. `quiet` puts it at the right as a ghost button.
    Button* addWayOut(const QString& label, bool quiet = false);
    /// A quiet note at the right of the acts.
    void setNote(const QString& text);
    /// What has the focus first; the way out by default.
    void setDefaultFocus(QWidget* widget);
    QString title() const;

    void open(QWidget* host);
    void accept();
    void reject();

Q_SIGNALS:
    void accepted();
    void rejected();
    void closed();

protected:
    void paintEvent(QPaintEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    bool event(QEvent*) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Veil;
    void finish(bool accepted);
    void arrange();
    int m_width;
    QHBoxLayout* m_head;
    Label* m_title;
    Label* m_sentence;
    Label* m_note = nullptr;
    QVBoxLayout* m_body;
    QHBoxLayout* m_acts;
    QPointer<QWidget> m_default;
    QPointer<QWidget> m_wayOut;
    QPointer<QWidget> m_focusBefore;
    QPointer<Veil> m_veil;
};

}  // namespace keyreel::ui
