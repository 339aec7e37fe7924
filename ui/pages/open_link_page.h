#pragma once

#include <QWidget>

#include "ui/models/engine.h"

namespace keyreel::ui {

class Button;
class CopyField;
class Field;
class Label;
class RaisedPanel;
class Spinner;
class StatRow;
class TagRow;
class StatusLine;
class Badge;
class MainWindow;
class Picture;

/// A film link: what it leads to, who made it, and Watch now; or why not, and what to do. Covers the window.
class OpenLinkPage : public QWidget {
    Q_OBJECT
public:
    OpenLinkPage(Engine& engine, MainWindow& window, QWidget* parent = nullptr);

    /// Looks at once what it leads to. Empty: asks for a link, or takes one found on the clipboard.
    void showLink(const QString& link);
    /// A whole film link on the clipboard, as a link is written; empty when there is none.
    [[nodiscard]] static QString linkOnClipboard();
    /// Whoever opened it before, or made it, wants to watch, not to read about it.
    [[nodiscard]] bool isKnown(const QString& link) const;
    /// The film's picture, when it has one.
    [[nodiscard]] QImage still() const { return m_hero; }
    [[nodiscard]] QString link() const { return m_link; }
    /// What opening it again needs.
    /// The order of it is in that file; what is left is with its maker.
    void showOrdered(const QString& link, const QString& file);
    void showRefusal(const QString& link, const Error& error, const studio::OpenReport& report);

Q_SIGNALS:
    void watchRequested(const QString& link);
    /// What everyone may see of it.
    void previewRequested(const QString& link, std::shared_ptr<const keyreel::studio::FilmFacts> facts);
    /// A film that is sold, by its title.
    void orderRequested(const QString& link, const QString& title);
    void backRequested();

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void showEvent(QShowEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    void makeCard();
    void ask();
    void followText(const QString& text);
    void look();
    void follow();
    void act();
    void take(const std::shared_ptr<const studio::FilmFacts>& facts);
    void fail(const Error& error, const studio::OpenReport& report);
    void arrange();
    /// Whether this person may buy it and has not.
    [[nodiscard]] bool isForSale() const;
    void offerSale();
    void followPreview();
    [[nodiscard]] bool isFirstRun() const;

    Engine& m_engine;
    MainWindow& m_window;
    QString m_link;
    std::shared_ptr<const studio::FilmFacts> m_facts;
    QImage m_hero;
    QPixmap m_heroScaled;
    bool m_looking = false;
    bool m_watchAtOnce = false;
    bool m_refused = false;
    bool m_ordered = false;
    qsizetype m_typed = 0;  ///< Length of the text before the last change.

    Button* m_back = nullptr;
    Button* m_another = nullptr;
    Picture* m_poster = nullptr;
    QWidget* m_texts = nullptr;
    Label* m_title = nullptr;
    Label* m_maker = nullptr;
    Label* m_description = nullptr;
    TagRow* m_tags = nullptr;
    StatRow* m_stats = nullptr;
    RaisedPanel* m_card = nullptr;
    Label* m_cardTitle = nullptr;
    Badge* m_badge = nullptr;
    Label* m_cardText = nullptr;
    Field* m_field = nullptr;
    Field* m_name = nullptr;
    CopyField* m_account = nullptr;
    Button* m_watch = nullptr;
    Button* m_preview = nullptr;
    Label* m_hint = nullptr;
    StatusLine* m_signed = nullptr;
    StatusLine* m_nodes = nullptr;
};

}  // namespace keyreel::ui
