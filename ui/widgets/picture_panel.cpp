#include "ui/widgets/picture_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/command_hint.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

constexpr int kValueWidth = 56;
constexpr int kNarrowest = 320;

}  // namespace

PicturePanel::PicturePanel(const QStringList& shapes, QWidget* parent)
    : RaisedPanel(parent, metrics::kRadiusCard),
      m_shape(new SegmentedControl),
      m_shapes(QStringList{QString()} + shapes),
      m_reset(new Button(tr("As made"), Button::Kind::Secondary, Icon::Retry)) {
    installAccessibility();
    setObjectName(QStringLiteral("player.picture"));
    setAccessibleName(tr("Picture"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 12, 12);
    column->setSpacing(4);
    auto* title = new Label(tr("Picture"), Type::Small, Role::Text3);
    title->setMinimumHeight(24);
    column->addWidget(title);
    addRow(column, Part::Zoom, tr("Zoom"), QStringLiteral("zoom"),
           {tr("Zoom out"), QStringLiteral("player.zoomOut")},
           {tr("Zoom in"), QStringLiteral("player.zoomIn")});
    addRow(column, Part::Turn, tr("Rotation"), QStringLiteral("turn"),
           {tr("Rotate left"), QStringLiteral("player.turnLeft")},
           {tr("Rotate right"), QStringLiteral("player.turnRight")});
    addRow(column, Part::Brightness, tr("Brightness"), QStringLiteral("brightness"),
           {tr("Darker"), QStringLiteral("player.darker")},
           {tr("Brighter"), QStringLiteral("player.brighter")});
    addRow(column, Part::Contrast, tr("Contrast"), QStringLiteral("contrast"),
           {tr("Less contrast"), QStringLiteral("player.contrastLess")},
           {tr("More contrast"), QStringLiteral("player.contrastMore")});
    addRow(column, Part::Saturation, tr("Colour"), QStringLiteral("saturation"),
           {tr("Less colour"), QStringLiteral("player.colourLess")},
           {tr("More colour"), QStringLiteral("player.colourMore")});
    column->addSpacing(4);
    QList<SegmentedControl::Segment> segments;
    for (const QString& shape : std::as_const(m_shapes))
        segments.append({shape, shape.isEmpty() ? tr("Own shape") : shape});
    m_shape->setSegments(segments);
    m_shape->setCompact(true);
    m_shape->setAccessibleName(tr("Shape"));
    m_shape->setToolTip(m_shape->accessibleName());
    setCommands(m_shape, {QStringLiteral("player.shape")});
    m_shape->setObjectName(QStringLiteral("picture.shape"));
    column->addWidget(m_shape);
    column->addSpacing(4);
    column->addWidget(new Divider);
    column->addSpacing(4);
    m_reset->setSize(Button::Size::Small);
    m_reset->setObjectName(QStringLiteral("picture.reset"));
    setCommands(m_reset, {QStringLiteral("player.pictureReset")});
    m_reset->setToolTip(tr("The picture as it was made"));
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_reset);
    foot->addStretch(1);
    column->addLayout(foot);
    connect(m_shape, &SegmentedControl::currentChanged, this, [this](int index) {
        if (!m_told) Q_EMIT shapeChosen(m_shapes.value(index));
    });
    connect(m_reset, &Button::clicked, this, &PicturePanel::resetRequested);
    hide();
}

void PicturePanel::addRow(QVBoxLayout* column, Part part, const QString& title, const QString& name,
                          const Step& less, const Step& more) {
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(new Label(title, Type::Control, Role::Text), 1);
    auto* down = stepButton(QStringLiteral("−"), less.words, QStringLiteral("picture.%1.less").arg(name));
    auto* up = stepButton(QStringLiteral("+"), more.words, QStringLiteral("picture.%1.more").arg(name));
    setCommands(down, {less.command});
    setCommands(up, {more.command});
    if (part == Part::Turn) {
        down->setText(QStringLiteral("⟲"));
        up->setText(QStringLiteral("⟳"));
    }
    auto* value = new DigitsLabel(QString(), Type::Control, Role::Text2);
    value->setAlignment(Qt::AlignCenter);
    value->setFixedWidth(Theme::scaled(kValueWidth));
    value->setObjectName(QStringLiteral("picture.%1").arg(name));
    row->addWidget(down);
    row->addWidget(value);
    row->addWidget(up);
    column->addLayout(row);
    m_values.insert(part, value);
    if (m_first == nullptr) m_first = up;
    connect(down, &Button::clicked, this, [this, part]() { Q_EMIT stepped(part, -1); });
    connect(up, &Button::clicked, this, [this, part]() { Q_EMIT stepped(part, 1); });
}

void PicturePanel::setValue(Part part, const QString& text) {
    m_values.value(part)->setText(text);
}

void PicturePanel::setShape(const QString& id) {
    m_told = true;
    m_shape->setCurrent(std::max(0, static_cast<int>(m_shapes.indexOf(id))));
    m_told = false;
}

void PicturePanel::setChanged(bool changed) {
    // A button that is switched off takes its focus to nobody.
    if (!changed && m_reset->hasFocus()) m_first->setFocus(Qt::OtherFocusReason);
    m_reset->setEnabled(changed);
}

void PicturePanel::place(const QPoint& corner) {
    layout()->activate();
    const QSize size = panelHint().expandedTo(QSize(Theme::scaled(kNarrowest), 0));
    setPanelGeometry(QRect(corner - QPoint(size.width(), size.height()), size));
}

void PicturePanel::popUp() {
    m_focusBefore = window()->focusWidget();
    show();
    raise();
    m_first->setFocus(Qt::PopupFocusReason);
}

void PicturePanel::dismiss() {
    if (isHidden()) return;
    hide();
    if (m_focusBefore) m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void PicturePanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return dismiss();
    RaisedPanel::keyPressEvent(event);
}

}  // namespace keyreel::ui
