#pragma once

#include <QHash>
#include <QWidget>

#include "ui/icons/icon.h"

class QHBoxLayout;
class QScrollArea;
class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace keyreel::ui {

class Banner;
class Button;
class EmptyState;
class Label;

/// The 64 px head of a page: optional back, title, one quiet line of state, actions at the right.
class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    QString title() const;
    void setLine(const QString& line);
    void setBackVisible(bool visible);
    /// Widget between the title and the actions (a search field).
    void addMiddle(QWidget* widget);
    void addAction(QWidget* widget);

Q_SIGNALS:
    void backRequested();

private:
    Button* m_back;
    Label* m_title;
    Label* m_line;
    QHBoxLayout* m_middle;
    QHBoxLayout* m_actions;
};

/// What a page is showing. Exactly one at any time, held by the page's view model.
enum class PageState { Ready = 1, Empty, Loading, Partial, Error, Offline, Locked, NoKeyring, Denied };

/// Words of a state. Without any, the host uses its own general ones.
struct StateText {
    QString title;
    QString text;
    /// Labels of the acts; the signals name them "primary" and "secondary". Empty: no button.
    QString primary;
    QString secondary;
};

/// Header, banner and body of a page, and its state.
///
/// Ready shows the content. Partial, Error, Offline and Locked keep the content under a banner. Empty,
/// NoKeyring and Denied replace it by an EmptyState (or by a widget of the page). Loading shows blocks after
/// 150 ms and words after 5 s. Locked is never shown as Empty.
class PageHost : public QWidget {
    Q_OBJECT
public:
    explicit PageHost(const QString& title, QWidget* parent = nullptr);

    PageHeader* header() const { return m_header; }
    /// The content. With `scrolling` it stands in a scroll area with the page margins; else it fills the
    /// body.
    void setContent(QWidget* content, bool scrolling = true);
    /// A column right of the content that does not scroll.
    void setSide(QWidget* side, int width = 348);

    void setState(PageState state, const StateText& text = {});
    PageState state() const { return m_state; }
    /// The page's own widget for a state that replaces the content.
    void setStateWidget(PageState state, QWidget* widget);
    EmptyState* emptyState() const { return m_empty; }
    Banner* banner() const { return m_banner; }
    /// What Loading waits for, shown after 5 s.
    void setLoadingWords(const QString& words);

Q_SIGNALS:
    void stateChanged(keyreel::ui::PageState state);
    /// An act of a banner or an empty state: "primary" or "secondary".
    void stateAction(keyreel::ui::PageState state, const QString& act);

private:
    class Blocks;
    void showBanner(Tone tone, Icon icon, const StateText& text);
    void showEmpty(PageState state, const StateText& text);

    PageHeader* m_header;
    Banner* m_banner;
    QWidget* m_bannerBox;
    QStackedWidget* m_stack;
    QWidget* m_contentPage;
    QHBoxLayout* m_contentRow;
    QScrollArea* m_scroll = nullptr;
    EmptyState* m_empty;
    Blocks* m_blocks;
    QHash<int, QWidget*> m_own;
    QTimer* m_blockTimer;
    PageState m_state = PageState::Ready;
};

}  // namespace keyreel::ui
