#pragma once

#include <QAbstractButton>

#include "ui/theme/tokens.h"
#include "ui/widgets/player_panels.h"

namespace keyreel::ui {

/// Who I am and whether everything works: initials, name, a dot with one word (Ready, Keyring locked,
/// Offline, Too few nodes). A button that opens "What works right now".
class IdentityCard : public QAbstractButton {
    Q_OBJECT
public:
    explicit IdentityCard(QWidget* parent = nullptr);
    void setName(const QString& name);
    void setHealth(const QString& word, Tone tone);
    QString health() const { return m_health; }
    void setNarrow(bool narrow);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString m_health;
    Tone m_tone = Tone::Ok;
    bool m_narrow = false;
};

/// "What works right now": each thing with what it means for the person. Shown above the identity card.
class HealthPopover : public RaisedPanel {
    Q_OBJECT
public:
    struct Entry {
        QString fact;
        QString meaning;
        Tone tone = Tone::Ok;
    };
    explicit HealthPopover(QWidget* parent = nullptr);
    void setEntries(const QList<Entry>& entries, const QString& time);

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    QVBoxLayout* m_rows;
};

}  // namespace keyreel::ui
