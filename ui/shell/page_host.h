#pragma once

#include <QHash>
#include <QWidget>

#include "ui/icons/icon.h"

class QBoxLayout;
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
class SideColumn;

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
    /// How the content takes the height of the body: its own height, scrolled when there is too little room;
    /// all of it (a list that scrolls by itself), with a least height and scrolling below that; or all of it,
    /// without margins or scrolling.
    enum class Fit { Natural = 1, Fill, Own };
    void setContent(QWidget* content, Fit fit = Fit::Natural);
    /// Cards right of the content, scrolling with it; below it where the window is narrower than 1280.
    void setSide(SideColumn* side);
    /// A column right of the content that stays while the content scrolls; where the window is narrower than
    /// 1100, `bar` below the content takes its place if there is one.
    void setPinnedSide(QWidget* side, QWidget* bar = nullptr, int width = 348);
    /// A column left of the content that does not scroll (a list of sections).
    void setIndex(QWidget* index);
    /// The side column or its bar, whichever shows; null without one.
    QWidget* side() const;
    /// Brings `target`, a widget inside the content, to the top as far as the content goes.
    void scrollTo(const QWidget* target);

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
    /// How far the content is scrolled, in pixels, and how far it can be.
    void scrolled(int at, int most);

protected:
    void resizeEvent(QResizeEvent*) override;
    void showEvent(QShowEvent*) override;

private:
    class Blocks;
    void arrangeSide();
    void showBanner(Tone tone, Icon icon, const StateText& text);
    void showEmpty(PageState state, const StateText& text);

    PageHeader* m_header;
    Banner* m_banner;
    QWidget* m_bannerBox;
    QStackedWidget* m_stack;
    QWidget* m_contentPage;
    QVBoxLayout* m_contentColumn;
    QHBoxLayout* m_contentRow;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_content = nullptr;
    QBoxLayout* m_body = nullptr;
    SideColumn* m_side = nullptr;
    QWidget* m_pinned = nullptr;
    QWidget* m_pinnedBox = nullptr;
    QWidget* m_bar = nullptr;
    bool m_fills = false;
    EmptyState* m_empty;
    Blocks* m_blocks;
    QHash<int, QWidget*> m_own;
    QTimer* m_blockTimer;
    PageState m_state = PageState::Ready;
};

}  // namespace keyreel::ui
