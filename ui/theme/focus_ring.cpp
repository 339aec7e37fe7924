#include "ui/theme/focus_ring.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace keyreel::ui {

namespace {
constexpr int kReach = metrics::kRingWidth + metrics::kRingGap;
const char* const kModality = "keyreelKeyboardFocus";
}  // namespace

class FocusRing::Overlay : public QWidget {
public:
    Overlay(QWidget* parent, int radius) : QWidget(parent), m_radius(radius) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
        setObjectName(QStringLiteral("focusRing"));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        paint::focusRing(p, QRectF(rect()).adjusted(kReach, kReach, -kReach, -kReach), m_radius);
    }

private:
    int m_radius;
};

FocusRing::FocusRing(QApplication& app) {
    app.installEventFilter(this);
    connect(&app, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

FocusRing::~FocusRing() {
    delete m_overlay;
}

bool FocusRing::byKeyboard() {
    return qApp->property(kModality).toBool();
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress: {
            const int key = static_cast<QKeyEvent*>(event)->key();
            const bool moves = key == Qt::Key_Tab || key == Qt::Key_Backtab || key == Qt::Key_Up ||
                               key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right ||
                               key == Qt::Key_F6;
            if (moves && !byKeyboard()) {
                qApp->setProperty(kModality, true);
                follow(QApplication::focusWidget());
            }
            break;
        }
        case QEvent::MouseButtonPress:
            if (byKeyboard()) {
                qApp->setProperty(kModality, false);
                follow(nullptr);
            }
            break;
        case QEvent::Move:
        case QEvent::Resize:
        case QEvent::ZOrderChange:
            if (watched == m_target) place();
            break;
        case QEvent::Hide:
            if (watched == m_target) follow(nullptr);
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::follow(QWidget* widget) {
    // Not deleted here: a parent may be walking its children to hide them, which is what brought us.
    if (m_overlay) {
        m_overlay->setObjectName(QString());
        m_overlay->hide();
        m_overlay->deleteLater();
        m_overlay = nullptr;
    }
    m_target = nullptr;
    if (!widget || !byKeyboard() || widget->isWindow() || widget->property("ownFocus").toBool() ||
        !widget->parentWidget()) {
        return;
    }
    const QVariant radius = widget->property("ringRadius");
    m_target = widget;
    m_overlay =
        new Overlay(widget->parentWidget(), radius.isValid() ? radius.toInt() : metrics::kRadiusControl);
    place();
    m_overlay->show();
}

void FocusRing::place() {
    if (!m_target || !m_overlay) return;
    m_overlay->setGeometry(m_target->geometry().adjusted(-kReach, -kReach, kReach, kReach));
    m_overlay->raise();
}

}  // namespace keyreel::ui
