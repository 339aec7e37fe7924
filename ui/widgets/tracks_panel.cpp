#include "ui/widgets/tracks_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cstdlib>

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/command_hint.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

constexpr std::array kPercents{80, 100, 130};
const QStringList kGrounds{QStringLiteral("veil"), QStringLiteral("solid"), QStringLiteral("none")};
/// Head, foot and margins.
constexpr int kAroundRows = 28 + 62 + 24 + 84 + 38;
constexpr int kNarrowest = 190;
constexpr int kWidest = 320;

}  // namespace

TracksPanel::TracksPanel(QWidget* parent)
    : RaisedPanel(parent, metrics::kRadiusCard),
      m_size(new SegmentedControl),
      m_delay(new DigitsLabel(QString(), Type::Control, Role::Text)),
      m_lift(new DigitsLabel(QString(), Type::Control, Role::Text)),
      m_ground(new SegmentedControl),
      m_second(new Button(QString(), Button::Kind::Ghost, Icon::TextTrack)),
      m_ownLook(new CheckRow(tr("Subtitles in their own style"))),
      m_even(new CheckRow(tr("Even loudness"))) {
    installAccessibility();
    setObjectName(QStringLiteral("player.tracks"));
    setAccessibleName(tr("Subtitles and sound"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(7, 8, 7, 8);
    column->setSpacing(6);
    auto* lists = new QHBoxLayout;
    lists->setSpacing(8);
    m_texts = makeColumn(tr("Subtitles"), QStringLiteral("tracks.texts"));
    m_sounds = makeColumn(tr("Audio"), QStringLiteral("tracks.sounds"));
    lists->addWidget(m_texts.whole, 1);
    lists->addWidget(m_sounds.whole, 1);
    m_outputs = makeColumn(tr("Output"), QStringLiteral("tracks.outputs"));
    m_outputs.whole->hide();
    lists->addWidget(m_outputs.whole, 1);
    column->addLayout(lists);
    column->addWidget(new Divider);

    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(10, 2, 8, 2);
    foot->setSpacing(8);
    foot->addWidget(new Label(tr("Text size"), Type::Small, Role::Text3));
    m_size->setSegments({{QStringLiteral("80"), tr("S")},
                         {QStringLiteral("100"), tr("M")},
                         {QStringLiteral("130"), tr("L")}});
    m_size->setCompact(true);
    m_size->setCurrent(1);
    m_size->setAccessibleName(tr("Text size"));
    m_size->setObjectName(QStringLiteral("tracks.size"));
    foot->addWidget(m_size);
    foot->addSpacing(8);
    foot->addWidget(new Label(tr("Delay"), Type::Small, Role::Text3));
    auto* earlier =
        stepButton(QStringLiteral("−"), tr("Subtitles earlier"), QStringLiteral("tracks.earlier"));
    auto* later = stepButton(QStringLiteral("+"), tr("Subtitles later"), QStringLiteral("tracks.later"));
    setCommands(earlier, {QStringLiteral("player.textEarlier")});
    setCommands(later, {QStringLiteral("player.textLater")});
    foot->addWidget(earlier);
    foot->addWidget(m_delay);
    foot->addWidget(later);
    foot->addStretch(1);
    column->addLayout(foot);

    auto* look = new QHBoxLayout;
    look->setContentsMargins(10, 2, 8, 2);
    look->setSpacing(8);
    look->addWidget(new Label(tr("Ground"), Type::Small, Role::Text3));
    m_ground->setSegments({{kGrounds[0], tr("Veil")}, {kGrounds[1], tr("Solid")}, {kGrounds[2], tr("None")}});
    m_ground->setCompact(true);
    m_ground->setAccessibleName(tr("Behind the letters"));
    m_ground->setToolTip(m_ground->accessibleName());
    setCommands(m_ground, {QStringLiteral("player.textGround")});
    m_ground->setObjectName(QStringLiteral("tracks.ground"));
    look->addWidget(m_ground);
    look->addSpacing(8);
    look->addWidget(new Label(tr("Height"), Type::Small, Role::Text3));
    auto* lower = stepButton(QStringLiteral("−"), tr("Subtitles lower"), QStringLiteral("tracks.lower"));
    auto* higher = stepButton(QStringLiteral("+"), tr("Subtitles higher"), QStringLiteral("tracks.higher"));
    setCommands(lower, {QStringLiteral("player.textLower")});
    setCommands(higher, {QStringLiteral("player.textHigher")});
    look->addWidget(lower);
    look->addWidget(m_lift);
    look->addWidget(higher);
    look->addStretch(1);
    column->addLayout(look);
    auto* own = new QHBoxLayout;
    own->setContentsMargins(6, 0, 8, 0);
    m_ownLook->setObjectName(QStringLiteral("tracks.ownLook"));
    m_ownLook->setToolTip(tr("As who made them wants them drawn"));
    setCommands(m_ownLook, {QStringLiteral("player.textGround")});
    own->addWidget(m_ownLook);
    column->addLayout(own);
    connect(m_ownLook, &CheckRow::clicked, this, &TracksPanel::ownLookChosen);
    setOwnLook(false, false);
    auto* more = new QHBoxLayout;
    more->setContentsMargins(2, 2, 8, 2);
    more->setSpacing(8);
    m_second->setSize(Button::Size::Small);
    m_second->setObjectName(QStringLiteral("tracks.second"));
    setCommands(m_second, {QStringLiteral("player.textSecond")});
    m_second->setToolTip(tr("The next text at the top of the picture"));
    more->addWidget(m_second);
    more->addStretch(1);
    auto* transcript = new Button(tr("Transcript"), Button::Kind::Ghost, Icon::Search);
    transcript->setSize(Button::Size::Small);
    transcript->setObjectName(QStringLiteral("tracks.transcript"));
    setCommands(transcript, {QStringLiteral("player.transcript")});
    transcript->setToolTip(tr("All that is said, to search in"));
    more->addWidget(transcript);
    column->addLayout(more);
    auto* sound = new QHBoxLayout;
    sound->setContentsMargins(6, 0, 8, 0);
    m_even->setObjectName(QStringLiteral("tracks.even"));
    m_even->setToolTip(tr("Quiet parts about as loud as loud ones"));
    setCommands(m_even, {QStringLiteral("player.even")});
    sound->addWidget(m_even);
    column->addLayout(sound);
    connect(m_even, &CheckRow::clicked, this, &TracksPanel::evenChosen);
    m_lift->setObjectName(QStringLiteral("tracks.lift"));
    setLift(0);
    setSecond(tr("Off"));
    connect(m_ground, &SegmentedControl::currentChanged, this, [this](int index) {
        if (!m_told) Q_EMIT groundChosen(kGrounds.value(index));
    });
    connect(lower, &Button::clicked, this, [this] { Q_EMIT liftChanged(-kLiftStep); });
    connect(higher, &Button::clicked, this, [this] { Q_EMIT liftChanged(kLiftStep); });
    connect(m_second, &Button::clicked, this, &TracksPanel::secondRequested);
    connect(transcript, &Button::clicked, this, &TracksPanel::transcriptRequested);
    m_delay->setObjectName(QStringLiteral("tracks.delay"));
    setDelay(0);

    connect(m_size, &SegmentedControl::currentChanged, this, [this](int index) {
        if (!m_told && index >= 0 && index < int(kPercents.size()))
            Q_EMIT textPercentChosen(kPercents[static_cast<std::size_t>(index)]);
    });
    connect(earlier, &Button::clicked, this, [this] { Q_EMIT delayChanged(-kDelayStepMs); });
    connect(later, &Button::clicked, this, [this] { Q_EMIT delayChanged(kDelayStepMs); });
    hide();
}

TracksPanel::Column TracksPanel::makeColumn(const QString& title, const QString& name) {
    Column column;
    column.whole = new QWidget;
    column.whole->setObjectName(name);
    column.whole->setAccessibleName(title);
    auto* box = new QVBoxLayout(column.whole);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    auto* label = new Label(title, Type::Small, Role::Text3);
    label->setContentsMargins(10, 4, 10, 6);
    label->setMinimumHeight(28);
    box->addWidget(label);
    column.scroll = new QScrollArea;
    column.scroll->setFrameShape(QFrame::NoFrame);
    column.scroll->setWidgetResizable(true);
    column.scroll->setFocusPolicy(Qt::NoFocus);
    column.scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column.scroll->viewport()->setAutoFillBackground(false);
    auto* inside = new QWidget;
    inside->setAutoFillBackground(false);
    column.rows = new QVBoxLayout(inside);
    column.rows->setContentsMargins(0, 0, 0, 0);
    column.rows->setSpacing(0);
    column.rows->addStretch(1);
    column.scroll->setWidget(inside);
    inside->setAutoFillBackground(false);
    box->addWidget(column.scroll, 1);
    return column;
}

void TracksPanel::fill(Column& column, const QList<MenuItem>& items,
                       void (TracksPanel::*chosen)(const QString&)) {
    for (MenuRow* row : column.buttons) {
        row->hide();
        row->deleteLater();
    }
    column.buttons.clear();
    for (const MenuItem& item : items) {
        auto* row = new MenuRow(item);
        column.rows->insertWidget(column.rows->count() - 1, row);
        column.buttons << row;
        row->installEventFilter(this);
        connect(row, &Button::clicked, this, [this, chosen, id = item.id] { Q_EMIT(this->*chosen)(id); });
    }
}

void TracksPanel::setTexts(const QList<MenuItem>& items) {
    fill(m_texts, items, &TracksPanel::textChosen);
}

void TracksPanel::setSounds(const QList<MenuItem>& items) {
    fill(m_sounds, items, &TracksPanel::soundChosen);
    m_sounds.whole->setVisible(!items.isEmpty());
}

void TracksPanel::setOutputs(const QList<MenuItem>& items) {
    const bool focused = m_outputs.whole->isAncestorOf(window()->focusWidget());
    fill(m_outputs, items, &TracksPanel::outputChosen);
    m_outputs.whole->setVisible(!items.isEmpty());
    if (!focused) return;
    for (MenuRow* row : m_outputs.buttons)
        if (row->isChecked()) row->setFocus(Qt::OtherFocusReason);
}

QList<const TracksPanel::Column*> TracksPanel::columns() const {
    QList<const Column*> shown;
    for (const Column* column : {&m_texts, &m_sounds, &m_outputs})
        if (!column->buttons.isEmpty()) shown.append(column);
    return shown;
}

void TracksPanel::check(const Column& column, const QString& id) {
    for (MenuRow* row : column.buttons)
        row->setChecked(row->id() == id);
}

void TracksPanel::setTextChoice(const QString& id) {
    check(m_texts, id);
}

void TracksPanel::setSoundChoice(const QString& id) {
    check(m_sounds, id);
}

void TracksPanel::setDelay(int delay) {
    m_delay->setText(tr("%1 s").arg(QLocale().toString(delay / 1000.0, 'f', 1)));
}

void TracksPanel::setLift(int percent) {
    m_lift->setText(tr("%1 %").arg(percent));
}

void TracksPanel::setGround(const QString& id) {
    m_told = true;
    m_ground->setCurrent(std::max(0, static_cast<int>(kGrounds.indexOf(id))));
    m_told = false;
}

void TracksPanel::setOwnLook(bool has, bool on) {
    m_ownLook->setVisible(has);
    m_ownLook->setChecked(on);
    m_ground->setEnabled(!has || !on);
}

void TracksPanel::setSecond(const QString& name) {
    m_second->setText(tr("At the top: %1").arg(name));
}

void TracksPanel::setEven(bool even) {
    m_even->setChecked(even);
}

void TracksPanel::setTextPercent(int percent) {
    const auto nearest = std::min_element(kPercents.begin(), kPercents.end(), [percent](int a, int b) {
        return std::abs(a - percent) < std::abs(b - percent);
    });
    m_told = true;
    m_size->setCurrent(int(nearest - kPercents.begin()));
    m_told = false;
}

void TracksPanel::place(const QPoint& corner, int height) {
    int rows = 0;
    int width = 0;
    for (const Column* column : columns()) {
        int widest = kNarrowest;
        int high = 0;
        for (const MenuRow* row : column->buttons) {
            widest = std::max(widest, row->sizeHint().width());
            high += row->sizeHint().height();
        }
        rows = std::max(rows, high);
        width += std::min(widest, kWidest) + 16;
        column->scroll->setMinimumWidth(std::min(widest, kWidest));
    }
    const int own = m_ownLook->isHidden() ? 0 : m_ownLook->sizeHint().height();
    const int high = std::min(height, rows + own + Theme::scaled(kAroundRows));
    const QSize size(std::max(width + 22, Theme::scaled(430)), high);
    setPanelGeometry(QRect(corner - QPoint(size.width(), size.height()), size));
}

void TracksPanel::popUp() {
    m_focusBefore = window()->focusWidget();
    show();
    raise();
    for (const Column* column : columns())
        for (MenuRow* row : column->buttons)
            if (row->isChecked()) {
                row->setFocus(Qt::PopupFocusReason);
                column->scroll->ensureWidgetVisible(row);
                return;
            }
    if (!m_texts.buttons.isEmpty()) m_texts.buttons.first()->setFocus(Qt::PopupFocusReason);
}

void TracksPanel::dismiss() {
    if (isHidden()) return;
    hide();
    if (m_focusBefore) m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

bool TracksPanel::moveFocus(int along, int across) {
    const QList<const Column*> shown = columns();
    for (int i = 0; i < shown.size(); ++i) {
        const auto& rows = shown[i]->buttons;
        for (int row = 0; row < rows.size(); ++row) {
            if (!rows[row]->hasFocus()) continue;
            const int other = i + across;
            if (other < 0 || other >= shown.size()) return true;
            const auto& target = shown[other]->buttons;
            const int to = std::clamp(row + along, 0, int(target.size()) - 1);
            target[to]->setFocus(Qt::TabFocusReason);
            shown[other]->scroll->ensureWidgetVisible(target[to]);
            return true;
        }
    }
    return false;
}

void TracksPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return dismiss();
    RaisedPanel::keyPressEvent(event);
}

bool TracksPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up) return moveFocus(-1, 0);
        if (key == Qt::Key_Down) return moveFocus(1, 0);
        if (key == Qt::Key_Left) return moveFocus(0, -1);
        if (key == Qt::Key_Right) return moveFocus(0, 1);
    }
    return RaisedPanel::eventFilter(watched, event);
}

}  // namespace keyreel::ui
