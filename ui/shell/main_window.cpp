#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScreen>
#include <QStackedWidget>
#include <QUrl>
#include <QVariantAnimation>

#include "ui/shell/drop_veil.h"
#include "ui/shell/identity_card.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/page_host.h"
#include "ui/shell/reading_order.h"
#include "ui/shell/settings_table.h"
#include "ui/shell/sheet.h"
#include "ui/shell/shortcut_hints.h"
#include "ui/shell/toast_host.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/drop_zone.h"

namespace keyreel::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kHistory = 32;
/// Where toasts stand: above the window's edge, or above the bar of a page that covers the window.
constexpr int kAboveEdge = 24;
constexpr int kAboveBar = 132;
constexpr int kDefaultWidth = 1280;
constexpr int kDefaultHeight = 800;
/// What a window manager's title bar takes; its real height is known only when the window shows.
constexpr int kTitleBar = 32;

// The old page fading out over the new one. Deletes itself.
class CrossFade : public QWidget {
public:
    CrossFade(QPixmap before, QWidget* over) : QWidget(over), m_before(std::move(before)) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(over->rect());
        auto* animation = new QVariantAnimation(this);
        animation->setStartValue(1.0);
        animation->setEndValue(0.0);
        animation->setDuration(Theme::duration(metrics::kPageMs));
        animation->setEasingCurve(QEasingCurve::OutCubic);
        connect(animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
            m_opacity = value.toReal();
            update();
        });
        connect(animation, &QVariantAnimation::finished, this, &QObject::deleteLater);
        animation->start();
        show();
        raise();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        p.setOpacity(m_opacity);
        p.drawPixmap(0, 0, m_before);
    }

private:
    QPixmap m_before;
    qreal m_opacity = 1;
};

QString droppedLink(const QMimeData* mime) {
    for (const QUrl& url : mime->urls()) {
        if (!url.isLocalFile()) return url.toString();
    }
    const QString text = mime->text().trimmed();
    return text.startsWith(QStringLiteral("keyreel://")) ? text : QString();
}

}  // namespace

MainWindow::MainWindow(SettingsTable* settings, QWidget* parent)
    : QMainWindow(parent),
      m_settings(settings),
      m_shortcuts(new Shortcuts(settings, this)),
      m_rail(new NavigationRail),
      m_stack(new QStackedWidget) {
    installAccessibility();
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Keyreel"));
    setWindowIcon(makeIcon(Icon::Reel, Role::Text));
    setMinimumSize(metrics::kMinimumWidth, metrics::kMinimumHeight);
    setAcceptDrops(true);
    auto* central = new QWidget;
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    setCentralWidget(central);
    central->installEventFilter(this);
    m_toasts = new ToastHost(central);
    m_health = new HealthPopover(central);
    m_drop = new DropVeil(central);
    m_palette = new CommandPalette(central);
    connect(m_rail, &NavigationRail::activated, this, &MainWindow::showPage);
    connect(m_rail->identityCard(), &IdentityCard::clicked, this, &MainWindow::toggleHealth);
    new ShortcutHints(*m_shortcuts, *this);
    addActs();
    resize(kDefaultWidth, kDefaultHeight);
    restoreWindow();
}

void MainWindow::restoreWindow() {
    const QRect before = m_settings ? m_settings->windowRect() : QRect();
    if (before.isEmpty()) return;
    QScreen* screen = QGuiApplication::screenAt(before.center());
    if (!screen) screen = QGuiApplication::primaryScreen();
    if (!screen) return;
    setGeometry(fittedWindow(before, screen->availableGeometry(), minimumSize()));
    m_wasMaximized = m_settings->windowMaximized();
    if (m_wasMaximized) setWindowState(Qt::WindowMaximized);
}

QRect MainWindow::fittedWindow(const QRect& before, const QRect& screen, const QSize& least) {
    const QRect room = screen.adjusted(0, kTitleBar, 0, 0);
    const QSize size = before.size().boundedTo(room.size()).expandedTo(least);
    const int x = std::clamp(before.x(), room.left(), std::max(room.left(), room.right() + 1 - size.width()));
    const int y = std::clamp(before.y(), room.top(), std::max(room.top(), room.bottom() + 1 - size.height()));
    return {QPoint(x, y), size};
}

MainWindow::~MainWindow() = default;

void MainWindow::addPage(const PageSpec& spec, QWidget* page) {
    m_specs.insert(spec.id, spec);
    m_pages.insert(spec.id, page);
    if (page->objectName().isEmpty()) page->setObjectName(spec.id);
    m_stack->addWidget(page);
    if (spec.place != PageSpec::Place::Hidden) {
        m_rail->addItem(spec.id, spec.icon, spec.title, spec.place == PageSpec::Place::Foot);
        if (spec.place == PageSpec::Place::Rail) {
            m_railOrder << spec.id;
            const auto key = static_cast<Qt::Key>(Qt::Key_0 + m_railOrder.size());
            const auto show = [this, id = spec.id] {
                if (m_pagesReachable) showPage(id);
            };
            addAct({u"go."_s + spec.id, spec.title, {Qt::CTRL | key}, show, spec.icon, false});
        }
    }
    if (m_current.isEmpty()) switchTo(spec.id);
}

QWidget* MainWindow::page(const QString& id) const {
    return m_pages.value(id);
}

void MainWindow::showPage(const QString& id) {
    if (!m_pages.contains(id) || id == m_current) return;
    if (!m_current.isEmpty()) {
        m_history << m_current;
        if (m_history.size() > kHistory) m_history.removeFirst();
    }
    switchTo(id);
}

void MainWindow::back() {
    if (m_history.isEmpty()) return;
    switchTo(m_history.takeLast());
}

void MainWindow::switchTo(const QString& id) {
    const PageSpec spec = m_specs.value(id);
    QPixmap before;
    if (isVisible() && Theme::duration(1) > 0 && !m_current.isEmpty()) before = m_stack->grab();
    m_current = id;
    m_health->hide();
    m_stack->setCurrentWidget(m_pages.value(id));
    const QString selected = spec.place == PageSpec::Place::Hidden ? spec.railParent : id;
    m_rail->setCurrent(selected);
    m_rail->setVisible(!spec.fullWindow);
    m_toasts->setClearance(spec.fullWindow ? kAboveBar : kAboveEdge);
    setWindowTitle(spec.title.isEmpty() ? QStringLiteral("Keyreel")
                                        : spec.title + QStringLiteral(" – Keyreel"));
    if (m_settings && spec.place == PageSpec::Place::Rail) m_settings->setLastPage(id);
    if (!before.isNull() && !spec.fullWindow) new CrossFade(before, m_stack);
    announce(m_pages.value(id), spec.title);
    Q_EMIT currentPageChanged(id);
}

void MainWindow::openSheet(Sheet* sheet) {
    m_health->hide();
    sheet->open(centralWidget());
}

bool MainWindow::hasSheet() const {
    for (const Sheet* sheet : centralWidget()->findChildren<Sheet*>()) {
        if (sheet->isVisibleTo(this)) return true;
    }
    return false;
}

void MainWindow::setFullScreen(bool on) {
    if (on == isFullScreen()) return;
    if (on) {
        m_wasMaximized = isMaximized();
        showFullScreen();
    } else if (m_wasMaximized) {
        showMaximized();
    } else {
        showNormal();
    }
}

void MainWindow::nextRegion() {
    // Rail, header, body, side: the first stop of each.
    QWidget* railItem = nullptr;
    if (m_rail->isVisible())
        railItem = m_rail->findChild<QWidget*>(QStringLiteral("rail.") + m_rail->current());
    if (!railItem) railItem = tabStops(m_rail).value(0);
    QWidget* page = m_stack->currentWidget();
    auto* host = qobject_cast<PageHost*>(page);
    if (!host && page) {
        for (auto* inner : page->findChildren<PageHost*>())
            if (inner->isVisible()) host = inner;
    }
    QWidget* header = host ? tabStops(host->header()).value(0) : nullptr;
    QWidget* sideRoot = host ? host->side() : nullptr;
    QWidget* side = tabStops(sideRoot).value(0);
    QWidget* body = nullptr;
    for (QWidget* stop : tabStops(page)) {
        const bool elsewhere =
            host && (host->header()->isAncestorOf(stop) || (sideRoot && sideRoot->isAncestorOf(stop)));
        if (!elsewhere && !body) body = stop;
    }
    struct Region {
        QWidget* root;
        QWidget* first;
    };
    QList<Region> regions;
    if (railItem) regions << Region{m_rail, railItem};
    if (header) regions << Region{host->header(), header};
    // The side stands inside the page, so it is asked first where the focus is.
    const bool inSide = sideRoot && focusWidget() && sideRoot->isAncestorOf(focusWidget());
    if (body) regions << Region{page, body};
    if (side) regions << Region{sideRoot, side};
    if (regions.isEmpty()) return;
    QWidget* now = focusWidget();
    qsizetype current = -1;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        const Region& region = regions.at(i);
        if (inSide != (region.root == sideRoot)) continue;
        if (now && (region.root == now || region.root->isAncestorOf(now))) {
            current = i;
            break;
        }
    }
    focusStop(regions.at((current + 1) % regions.size()).first, Qt::TabFocusReason);
}

void MainWindow::toggleHealth() {
    if (m_health->isVisible()) {
        m_health->hide();
        return;
    }
    arrange();
    m_health->show();
    m_health->raise();
    m_health->setFocus(Qt::PopupFocusReason);
}

void MainWindow::arrange() {
    const bool narrow = width() < metrics::kRailBreakpoint;
    if (narrow != m_rail->isNarrow()) m_rail->setNarrow(narrow);
    m_drop->setGeometry(centralWidget()->rect());
    const int panelWidth = 316;
    m_health->setFixedWidth(panelWidth + 56);
    m_health->ensurePolished();
    const int wanted = m_health->layout() && m_health->layout()->hasHeightForWidth()
                           ? m_health->layout()->totalHeightForWidth(m_health->width())
                           : m_health->sizeHint().height();
    const int height = wanted - 56;
    const QMargins margins = m_rail->layout()->contentsMargins();
    const int foot =
        centralWidget()->height() - margins.bottom() - m_rail->identityCard()->sizeHint().height() - 10;
    m_health->setPanelGeometry(QRect(margins.left(), std::max(8, foot - height), panelWidth, height));
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == centralWidget() && event->type() == QEvent::Resize) arrange();
    return QMainWindow::eventFilter(watched, event);
}

bool MainWindow::focusNextPrevChild(bool next) {
    return moveFocus(centralWidget(), next);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_closeGuard && !m_closeGuard()) {
        event->ignore();
        return;
    }
    if (m_settings) {
        const bool maximized = isMaximized() || (isFullScreen() && m_wasMaximized);
        m_settings->setWindow(isMaximized() || isFullScreen() ? normalGeometry() : geometry(), maximized);
        m_settings->sync();
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (hasSheet()) return;
    const QStringList paths = DropZone::localFiles(event->mimeData());
    if (paths.isEmpty()) {
        const QString link = droppedLink(event->mimeData());
        if (link.isEmpty()) return;
        event->acceptProposedAction();
        m_drop->show(tr("Let go to open this link"), link, true);
        return;
    }
    QString title = paths.size() == 1 ? tr("Let go to start a new film")
                                      : tr("Let go to start %1 films").arg(paths.size());
    QString line = paths.size() == 1 ? QFileInfo(paths.first()).fileName() + QStringLiteral(" · ") +
                                           DropZone::describeFile(paths.first())
                                     : tr("One draft each. Nothing is copied or uploaded yet.");
    if (m_dropAnswer) std::tie(title, line) = m_dropAnswer(paths);
    // A refused drag is accepted as a move over the window, so that the veil can say why; the drop does
    // nothing.
    event->acceptProposedAction();
    if (title.isEmpty()) {
        m_drop->show(tr("This cannot become a film"), line, false);
    } else {
        m_drop->show(title, line, true);
    }
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) {
    m_drop->hide();
}

void MainWindow::dropEvent(QDropEvent* event) {
    m_drop->hide();
    const QStringList paths = DropZone::localFiles(event->mimeData());
    if (paths.isEmpty()) {
        const QString link = droppedLink(event->mimeData());
        if (!link.isEmpty()) Q_EMIT linkDropped(link);
        return;
    }
    if (m_dropAnswer && m_dropAnswer(paths).first.isEmpty()) return;
    event->acceptProposedAction();
    Q_EMIT filesDropped(paths);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange) Q_EMIT fullScreenChanged(isFullScreen());
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !hasSheet()) {
        if (m_health->isVisible()) {
            m_health->hide();
        } else if (isFullScreen()) {
            setFullScreen(false);
        } else {
            back();
        }
        return;
    }
    QMainWindow::keyPressEvent(event);
}

}  // namespace keyreel::ui
