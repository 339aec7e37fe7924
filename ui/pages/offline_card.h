#pragma once

#include <optional>

#include "core/base/result.h"
#include "ui/widgets/card.h"

namespace keyreel::ui {

class Button;
class Label;
class OfflineFilms;
class ProgressBar;

/// Whether one film is kept for watching without a network, until when, and what can be done about it.
class OfflineCard : public Card {
    Q_OBJECT
public:
    explicit OfflineCard(OfflineFilms& films, QWidget* parent = nullptr);

    /// `days`: for how long its maker lets a device keep it; 0 for not at all, none while that is not known.
    void showFilm(const QString& link, std::optional<quint32> days);
    /// Why nothing can be taken now; empty: it can.
    void setBlocked(const QString& reason);

private:
    void follow();
    void showTrouble(const Error& error);

    OfflineFilms& m_films;
    QString m_link;
    std::optional<quint32> m_days;
    QString m_blocked;
    StatusLine* m_state;
    Label* m_text;
    QWidget* m_progress;
    ProgressBar* m_bar;
    Label* m_sizes;
    Label* m_trouble;
    Button* m_keep;
    Button* m_release;
};

}  // namespace keyreel::ui
