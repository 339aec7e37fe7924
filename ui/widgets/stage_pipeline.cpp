#include "ui/widgets/stage_pipeline.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTimerEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/icons/icon.h"
#include "ui/paint/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

namespace keyreel::ui {

namespace {
constexpr int kGap = 6;
constexpr int kTick = 33;
}  // namespace

StagePipeline::StagePipeline(QWidget* parent) : QWidget(parent) {
    installAccessibility();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(spokenText());
}

QString StagePipeline::stageName(int index) {
    switch (index) {
        case Analyze:
            return tr("Analyze");
        case Encrypt:
            return tr("Encrypt");
        case SplitKeys:
            return tr("Split keys");
        case Upload:
            return tr("Upload");
        case Mint:
            return tr("Mint");
        case Check:
            return tr("Check");
        default:
            return {};
    }
}

void StagePipeline::setStage(int index, const Stage& stage) {
    if (index < 0 || index >= kStages) return;
    Stage& held = m_stages[static_cast<std::size_t>(index)];
    if (held == stage) return;
    const bool sameState = held.state == stage.state;
    held = stage;
    held.progress = std::min(1.0, stage.progress);
    auto& shown = m_shown[static_cast<std::size_t>(index)];
    if (!sameState || !isVisible() || Theme::lessMotion() || held.progress < shown) {
        shown = std::max(0.0, held.progress);
    }
    updateTimer();
    announce();
    update();
}

void StagePipeline::setSpokenTimeLeft(const QString& words) {
    m_timeLeft = words;
    setAccessibleName(spokenText());
}

int StagePipeline::activeStage() const {
    for (const StageState wanted :
         {StageState::Failed, StageState::Waiting, StageState::Paused, StageState::Running}) {
        for (int i = 0; i < kStages; ++i) {
            if (stage(i).state == wanted) return i;
        }
    }
    int last = 0;
    for (int i = 0; i < kStages; ++i) {
        if (stage(i).state == StageState::Done) last = i;
    }
    return last;
}

QString StagePipeline::spokenText() const {
    const int active = activeStage();
    const Stage& s = stage(active);
    QStringList parts{stageName(active), tr("stage %1 of %2").arg(active + 1).arg(kStages)};
    switch (s.state) {
        case StageState::NotBegun:
            parts << tr("not begun");
            break;
        case StageState::Running:
            if (s.progress >= 0) parts << tr("%1 percent").arg(int(std::floor(s.progress * 100)));
            if (!m_timeLeft.isEmpty()) parts << m_timeLeft;
            break;
        case StageState::Done:
            parts << tr("done");
            break;
        case StageState::Paused:
            parts << tr("paused");
            break;
        case StageState::Waiting:
            parts << tr("waiting");
            break;
        case StageState::Failed:
            parts << tr("failed");
            break;
    }
    return parts.join(QStringLiteral(", "));
}

void StagePipeline::announce() {
    const QString spoken = spokenText();
    setAccessibleName(spoken);
    const int active = activeStage();
    const Stage& s = stage(active);
    // Every 10 % and on change of state, not at every sample.
    const QString key =
        QStringLiteral("%1-%2-%3").arg(active).arg(int(s.state)).arg(int(std::max(0.0, s.progress) * 10));
    if (key == m_lastAnnounced) return;
    m_lastAnnounced = key;
    keyreel::ui::announce(this, spoken);
}

QSize StagePipeline::sizeHint() const {
    return {720, 4 + 8 + Theme::lineHeight(Type::Control) + Theme::lineHeight(Type::Small) - 2};
}

QSize StagePipeline::minimumSizeHint() const {
    return {420, sizeHint().height()};
}

void StagePipeline::updateTimer() {
    const bool wanted = isVisible() && !Theme::lessMotion() &&
                        std::any_of(m_stages.begin(), m_stages.end(),
                                    [](const Stage& s) { return s.state == StageState::Running; });
    if (wanted && !m_timer) m_timer = startTimer(kTick);
    if (!wanted && m_timer) {
        killTimer(m_timer);
        m_timer = 0;
    }
}

void StagePipeline::showEvent(QShowEvent*) {
    updateTimer();
}
void StagePipeline::hideEvent(QHideEvent*) {
    updateTimer();
}

void StagePipeline::timerEvent(QTimerEvent*) {
    m_phase = std::fmod(m_phase + 0.033, 1.0);
    for (std::size_t i = 0; i < kStages; ++i) {
        const double target = std::max(0.0, m_stages[i].progress);
        // Linear between samples: a quarter of a second from one to the next.
        m_shown[i] += (target - m_shown[i]) * std::min(1.0, kTick / 120.0);
    }
    update();
}

void StagePipeline::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const qreal column = (width() - kGap * (kStages - 1)) / qreal(kStages);
    const qreal nameTop = 12;
    const qreal nameLine = Theme::lineHeight(Type::Control);
    for (int i = 0; i < kStages; ++i) {
        const Stage& s = stage(i);
        const qreal x = i * (column + kGap);
        const QRectF bar(x, 0, column, 4);
        paint::roundedBox(p, bar, 2, Theme::color(Role::Track));
        QColor fill;
        qreal part = m_shown[static_cast<std::size_t>(i)];
        switch (s.state) {
            case StageState::NotBegun:
                part = 0;
                break;
            case StageState::Running:
                fill = Theme::color(Role::AccentBar);
                break;
            case StageState::Done:
                fill = Theme::color(Role::AccentDone);
                part = 1;
                break;
            case StageState::Paused:
                fill = Theme::color(Role::Buffer);
                break;
            case StageState::Waiting:
                fill = Theme::color(Role::Warn);
                break;
            case StageState::Failed:
                fill = Theme::color(Role::Error);
                break;
        }
        if (s.state == StageState::Running && s.progress < 0) {
            // Unknown length: a part that travels.
            const qreal at = x + (column * 0.7) * (0.5 - 0.5 * std::cos(m_phase * 2 * M_PI));
            paint::roundedBox(p, QRectF(at, 0, column * 0.3, 4), 2, fill);
        } else if (part > 0) {
            paint::roundedBox(p, QRectF(x, 0, std::max(4.0, column * part), 4), 2, fill);
        }

        const QRectF iconBox(x, nameTop + (nameLine - 14) / 2, 14, 14);
        Role name = Role::Text2;
        QFont font = Theme::font(Type::Control);
        switch (s.state) {
            case StageState::NotBegun:
                paint::roundedBox(p, iconBox.adjusted(1.5, 1.5, -1.5, -1.5), 6, {},
                                  Theme::color(Role::LineStrong), 1.2);
                name = Role::Text3;
                break;
            case StageState::Running:
                paint::spinner(p, iconBox.adjusted(1, 1, -1, -1), Theme::color(Role::Track),
                               Theme::color(Role::AccentBar), m_phase, 1.6);
                name = Role::Text;
                font.setWeight(QFont::DemiBold);
                break;
            case StageState::Done:
                paintIcon(p, Icon::Check, iconBox, Theme::color(Role::Ok));
                break;
            case StageState::Paused:
                paintIcon(p, Icon::Pause, iconBox, Theme::color(Role::Text3));
                break;
            case StageState::Waiting:
                paintIcon(p, Icon::Clock, iconBox, Theme::color(Role::Warn));
                name = Role::Warn;
                break;
            case StageState::Failed:
                paintIcon(p, Icon::Warning, iconBox, Theme::color(Role::Error));
                name = Role::Error;
                font.setWeight(QFont::DemiBold);
                break;
        }
        paint::text(p, QRectF(x + 19, nameTop, column - 21, nameLine), stageName(i), font,
                    Theme::color(name));
        const Role numbers = s.state == StageState::Running ? Role::Text : Role::Text3;
        paint::digits(p, QRectF(x, nameTop + nameLine - 1, column - 2, Theme::lineHeight(Type::Small)),
                      s.numbers, Theme::font(Type::Small), Theme::color(numbers));
    }
}

bool StagePipeline::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = std::clamp(help->pos().x() * kStages / std::max(1, width()), 0, kStages - 1);
        const QString tip = stage(index).tooltip;
        if (tip.isEmpty()) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(), tip, this);
        }
        return true;
    }
    return QWidget::event(event);
}

}  // namespace keyreel::ui
