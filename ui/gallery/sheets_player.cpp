#include <QPainter>
#include <QResizeEvent>

#include "ui/gallery/gallery.h"
#include "ui/gallery/sheets.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/transport_bar.h"

namespace keyreel::ui::gallery {

namespace {

QString q(const char* text) {
    return QString::fromUtf8(text);
}

// Picture full-window with the player's panels above it.
class Stage : public QWidget {
public:
    explicit Stage(bool menus) : m_menus(menus), m_picture(sampleArt(q("The Salt Road"), {1440, 810})) {
        m_chip = new PlayerChip(this);
        m_chip->set(q("The Salt Road"), q("Amina Tarek"), BadgeSpec::owned());
        m_bar = new TransportBar(this);
        m_bar->setDuration(5568000);
        m_bar->setPosition(2467000);
        m_bar->setBuffered(2700000);
        m_bar->setChapters({{0, q("The Wells")},
                            {760000, q("Dust")},
                            {1860000, q("Salt")},
                            {3140000, q("The Market")},
                            {4470000, q("Home")}});
        m_bar->setPlaying(!menus);
        m_bar->setVolume(0.7);
        m_bar->setQualityText(q("Auto 1080p"));
        m_bar->partButton(TransportBar::Part::Quality)->setActive(true);
        if (menus) {
            m_bar->setPlayable(false);
            m_bar->scrubBar()->setRefused(true);
            m_feedback = new KeyFeedback(this);
        } else {
            m_panel = new OpeningPanel(this);
            using S = QuorumDiagram::NodeState;
            m_panel->setDiagram(2, {{q("Helsinki"), q("Nordic Film Archive"), S::Answered, q("84 ms")},
                                    {q("Lisbon"), q("Cinemateca Tejo"), S::Answered, q("121 ms")},
                                    {q("Montréal"), q("Open Reel Co-op"), S::Idle, {}}});
            m_panel->setTotal(q("0.19 s"), q("from your click to the first key"));
            m_panel->setSteps(
                {{Icon::Globe,
                  q("The gateway gave a pass"),
                  q("62 ms"),
                  q("For this film, this computer and five minutes. It cannot open anything by itself."),
                  {}},
                 {Icon::Key,
                  q("2 of 3 key nodes answered"),
                  q("121 ms"),
                  q("Each checked for itself that you own it."),
                  {{q("Helsinki"), 84, true}, {q("Lisbon"), 121, true}, {q("Montréal"), 203, false}}},
                 {Icon::Lock,
                  q("Keys are in memory only"),
                  q("3 ms"),
                  q("Put together on this computer and checked against what Amina Tarek signed. Wiped when "
                    "you close the film."),
                  {}},
                 {Icon::ShieldCheck,
                  q("Every part is checked"),
                  q("1,360 of 1,360"),
                  q("A part that was changed on the way is refused, never shown."),
                  {}}});
            m_panel->setRecordLabel(q("See record 4,318"));
        }
        m_menu = new PlayerMenu(q("Quality"), this);
        m_menu->setItems({{q("auto"), q("Auto"), q("now 1080p"), true, true},
                          {q("1080"), q("1080p"), q("6.1 Mb/s"), false, true},
                          {q("720"), q("720p"), q("3.2 Mb/s"), false, true},
                          {q("480"), q("480p"), q("not in this film"), false, false}});
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        p.fillRect(rect(), Theme::color(Role::Stage));
        p.drawImage(QRect(0, (height() - width() * 9 / 16) / 2, width(), width() * 9 / 16), m_picture);
    }
    void resizeEvent(QResizeEvent*) override {
        m_chip->setPanelGeometry({QPoint(20, 20), m_chip->panelHint()});
        const int right = m_panel ? width() - 20 - 344 - 16 : width() - 20;
        m_bar->setGeometry(20, height() - 120, right - 20, 100);
        if (m_panel) m_panel->setPanelGeometry({width() - 364, 20, 344, height() - 40});
        m_menu->popUp({right, height() - 134});
        if (m_menus) m_feedback->show(q("+10 s"));
    }

private:
    bool m_menus;
    QImage m_picture;
    PlayerChip* m_chip;
    TransportBar* m_bar;
    OpeningPanel* m_panel = nullptr;
    PlayerMenu* m_menu;
    KeyFeedback* m_feedback = nullptr;
};

}  // namespace

QWidget* sheetPlayer() {
    return new Stage(false);
}
QWidget* sheetPlayerMenus() {
    return new Stage(true);
}

}  // namespace keyreel::ui::gallery
