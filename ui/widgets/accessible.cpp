#include "ui/widgets/accessible.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QTextDocumentFragment>
#include <memory>
#include <vector>

#include "ui/widgets/banner.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/film_strip.h"
#include "ui/widgets/film_timeline.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scrub_bar.h"
#include "ui/widgets/stage_pipeline.h"

namespace keyreel::ui {

namespace {

// A painted button: press or toggle, checked state.
class ButtonInterface : public QAccessibleWidget {
public:
    ButtonInterface(QAbstractButton* button, QAccessible::Role role) : QAccessibleWidget(button, role) {}

    QAccessible::State state() const override {
        QAccessible::State s = QAccessibleWidget::state();
        s.checkable = button()->isCheckable();
        s.checked = button()->isChecked();
        s.pressed = button()->isDown();
        return s;
    }
    QString text(QAccessible::Text kind) const override {
        const QString given = QAccessibleWidget::text(kind);
        return kind == QAccessible::Name && given.isEmpty() ? button()->text() : given;
    }
    QStringList actionNames() const override {
        QStringList names = QAccessibleWidget::actionNames();
        if (widget()->isEnabled()) names.prepend(button()->isCheckable() ? toggleAction() : pressAction());
        return names;
    }
    void doAction(const QString& action) override {
        if (action == toggleAction() || action == pressAction()) {
            button()->click();
        } else {
            QAccessibleWidget::doAction(action);
        }
    }

private:
    QAbstractButton* button() const { return static_cast<QAbstractButton*>(widget()); }
};

class LabelInterface : public QAccessibleWidget {
public:
    explicit LabelInterface(Label* label)
        : QAccessibleWidget(
              label, label->type() <= Type::Section ? QAccessible::Heading : QAccessible::StaticText) {}
    QString text(QAccessible::Text kind) const override {
        const auto* label = static_cast<Label*>(widget());
        if (kind == QAccessible::Name && label->accessibleName().isEmpty()) {
            return QTextDocumentFragment::fromHtml(label->source()).toPlainText();
        }
        return QAccessibleWidget::text(kind);
    }
};

class BannerInterface : public QAccessibleWidget {
public:
    explicit BannerInterface(Banner* banner) : QAccessibleWidget(banner) {}
    QAccessible::Role role() const override {
        return static_cast<Banner*>(widget())->tone() == Tone::Error ? QAccessible::AlertMessage
                                                                     : QAccessible::Notification;
    }
};

class DropZoneInterface : public QAccessibleWidget {
public:
    explicit DropZoneInterface(DropZone* zone) : QAccessibleWidget(zone, QAccessible::Button) {}
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& action) override {
        if (action == pressAction()) {
            Q_EMIT static_cast<DropZone*>(widget())->chooseRequested();
        } else {
            QAccessibleWidget::doAction(action);
        }
    }
};

class ScrubInterface : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit ScrubInterface(ScrubBar* bar) : QAccessibleWidget(bar, QAccessible::Slider) {}
    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override {
        if (kind == QAccessible::Name || kind == QAccessible::Value) return bar()->spokenText();
        return QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override { return bar()->position(); }
    void setCurrentValue(const QVariant& value) override { Q_EMIT bar()->seekRequested(value.toLongLong()); }
    QVariant maximumValue() const override { return bar()->duration(); }
    QVariant minimumValue() const override { return 0; }
    QVariant minimumStepSize() const override { return 1000; }

private:
    ScrubBar* bar() const { return static_cast<ScrubBar*>(widget()); }
};

// A place in a film that a person moves.
template <class Place>
class PlaceInterface : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit PlaceInterface(Place* place) : QAccessibleWidget(place, QAccessible::Slider) {}
    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Value ? place()->spokenText() : QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override { return place()->position(); }
    void setCurrentValue(const QVariant& value) override { place()->moveTo(value.toLongLong()); }
    QVariant maximumValue() const override { return place()->duration(); }
    QVariant minimumValue() const override { return 0; }
    QVariant minimumStepSize() const override { return 1; }

private:
    Place* place() const { return static_cast<Place*>(widget()); }
};

class VolumeInterface : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit VolumeInterface(VolumeSlider* slider) : QAccessibleWidget(slider, QAccessible::Slider) {}
    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QVariant currentValue() const override { return slider()->value(); }
    void setCurrentValue(const QVariant& value) override {
        slider()->setValue(value.toDouble());
        Q_EMIT slider()->valueChanged(slider()->value());
    }
    QVariant maximumValue() const override { return 1.0; }
    QVariant minimumValue() const override { return 0.0; }
    QVariant minimumStepSize() const override { return 0.05; }

private:
    VolumeSlider* slider() const { return static_cast<VolumeSlider*>(widget()); }
};

class PipelineInterface : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit PipelineInterface(StagePipeline* pipeline)
        : QAccessibleWidget(pipeline, QAccessible::ProgressBar) {}
    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name ? pipeline()->spokenText() : QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override { return pipeline()->stage(pipeline()->activeStage()).progress; }
    void setCurrentValue(const QVariant&) override {}
    QVariant maximumValue() const override { return 1.0; }
    QVariant minimumValue() const override { return 0.0; }
    QVariant minimumStepSize() const override { return 0.0; }

private:
    StagePipeline* pipeline() const { return static_cast<StagePipeline*>(widget()); }
};

// One segment or row of a painted widget.
class ItemInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ItemInterface(QWidget* owner, AccessibleItems* items, int index)
        : m_owner(owner), m_items(items), m_index(index) {}

    bool isValid() const override { return m_index < m_items->itemCount(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_owner->window()->windowHandle(); }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_owner); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name && isValid() ? m_items->itemName(m_index) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override {
        const QRect box = isValid() ? m_items->itemBox(m_index) : QRect();
        return {m_owner->mapToGlobal(box.topLeft()), box.size()};
    }
    QAccessible::Role role() const override {
        return m_items->itemsAreRadios() ? QAccessible::RadioButton : QAccessible::ListItem;
    }
    QAccessible::State state() const override {
        QAccessible::State s;
        s.disabled = !m_owner->isEnabled();
        s.invisible = !m_owner->isVisible();
        s.checkable = m_items->itemsAreRadios();
        s.checked = isValid() && m_items->itemChecked(m_index);
        return s;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& action) override {
        if (action == pressAction() && isValid()) m_items->activateItem(m_index);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    QWidget* m_owner;
    AccessibleItems* m_items;
    int m_index;
};

class ItemsInterface : public QAccessibleWidget {
public:
    ItemsInterface(QWidget* widget, AccessibleItems* items)
        : QAccessibleWidget(widget, items->itemsAreRadios() ? QAccessible::Grouping : QAccessible::List),
          m_items(items) {}
    ~ItemsInterface() override {
        for (const QAccessible::Id id : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }
    QString text(QAccessible::Text kind) const override {
        const QString given = QAccessibleWidget::text(kind);
        if (kind != QAccessible::Name || !given.isEmpty()) return given;
        // Without a name of its own a group is called by its choice.
        for (int i = 0; i < m_items->itemCount(); ++i) {
            if (m_items->itemChecked(i)) return m_items->itemName(i);
        }
        return given;
    }
    int childCount() const override { return m_items->itemCount(); }
    QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= m_items->itemCount()) return nullptr;
        while (int(m_ids.size()) <= index) {
            m_ids.push_back(QAccessible::registerAccessibleInterface(
                new ItemInterface(widget(), m_items, int(m_ids.size()))));
        }
        return QAccessible::accessibleInterface(m_ids[static_cast<std::size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface* wanted) const override {
        for (int i = 0; i < int(m_ids.size()); ++i) {
            if (child(i) == wanted) return i;
        }
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        const QPoint at = widget()->mapFromGlobal(QPoint(x, y));
        for (int i = 0; i < m_items->itemCount(); ++i) {
            if (m_items->itemBox(i).contains(at)) return child(i);
        }
        return nullptr;
    }

private:
    AccessibleItems* m_items;
    mutable std::vector<QAccessible::Id> m_ids;
};

struct NamedRole {
    const char* name;
    QAccessible::Role role;
};

constexpr NamedRole kButtons[] = {
    {"keyreel::ui::Toggle", QAccessible::CheckBox},
    {"keyreel::ui::CheckTile", QAccessible::CheckBox},
    {"keyreel::ui::CheckRow", QAccessible::CheckBox},
    {"keyreel::ui::Radio", QAccessible::RadioButton},
    {"keyreel::ui::AccessTile", QAccessible::RadioButton},
    {"keyreel::ui::ThemeTile", QAccessible::RadioButton},
    {"keyreel::ui::PictureTile", QAccessible::RadioButton},
    {"keyreel::ui::ContinueCard", QAccessible::Button},
    {"keyreel::ui::IdentityCard", QAccessible::Button},
    {"keyreel::ui::NavigationItem", QAccessible::ListItem},
};

constexpr NamedRole kPlain[] = {
    {"keyreel::ui::Badge", QAccessible::StaticText},
    {"keyreel::ui::DigitsLabel", QAccessible::StaticText},
    {"keyreel::ui::KeyCap", QAccessible::StaticText},
    {"keyreel::ui::QuorumDiagram", QAccessible::Graphic},
    {"keyreel::ui::CropView", QAccessible::Graphic},
    {"keyreel::ui::FrameView", QAccessible::Graphic},
    {"keyreel::ui::AccessGroup", QAccessible::Grouping},
    {"keyreel::ui::JobCard", QAccessible::Grouping},
    {"keyreel::ui::CopyField", QAccessible::Grouping},
    {"keyreel::ui::KeyValueTable", QAccessible::List},
    {"keyreel::ui::TransportBar", QAccessible::ToolBar},
    {"keyreel::ui::OpeningPanel", QAccessible::ComplementaryContent},
    {"keyreel::ui::PlayerMenu", QAccessible::PopupMenu},
    {"keyreel::ui::KeyFeedback", QAccessible::Notification},
    {"keyreel::ui::Toast", QAccessible::Notification},
    {"keyreel::ui::Sheet", QAccessible::Dialog},
    {"keyreel::ui::NavigationRail", QAccessible::List},
    {"keyreel::ui::HealthPopover", QAccessible::Dialog},
};

QAccessibleInterface* makeInterface(const QString& name, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    // A private class without a meta object of its own says its role in a property.
    if (widget && name == QStringLiteral("QWidget") && widget->property("accessibleRole").isValid()) {
        return new QAccessibleWidget(
            widget, static_cast<QAccessible::Role>(widget->property("accessibleRole").toInt()));
    }
    if (!widget || !name.startsWith(QStringLiteral("keyreel::ui::"))) return nullptr;
    if (auto* items = dynamic_cast<AccessibleItems*>(object)) return new ItemsInterface(widget, items);
    const auto is = [&name](const char* wanted) { return name == QLatin1String(wanted); };
    if (is("keyreel::ui::Label")) return new LabelInterface(static_cast<Label*>(widget));
    if (is("keyreel::ui::Banner")) return new BannerInterface(static_cast<Banner*>(widget));
    if (is("keyreel::ui::DropZone")) return new DropZoneInterface(static_cast<DropZone*>(widget));
    if (is("keyreel::ui::ScrubBar")) return new ScrubInterface(static_cast<ScrubBar*>(widget));
    if (is("keyreel::ui::FilmStrip")) return new PlaceInterface(static_cast<FilmStrip*>(widget));
    if (is("keyreel::ui::FilmTimeline")) return new PlaceInterface(static_cast<FilmTimeline*>(widget));
    if (is("keyreel::ui::VolumeSlider")) return new VolumeInterface(static_cast<VolumeSlider*>(widget));
    if (is("keyreel::ui::StagePipeline")) return new PipelineInterface(static_cast<StagePipeline*>(widget));
    for (const NamedRole& entry : kButtons) {
        if (is(entry.name)) return new ButtonInterface(static_cast<QAbstractButton*>(widget), entry.role);
    }
    for (const NamedRole& entry : kPlain) {
        if (is(entry.name)) return new QAccessibleWidget(widget, entry.role);
    }
    return nullptr;
}

}  // namespace

void installAccessibility() {
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void announce(QWidget* widget, const QString& text) {
    if (!QAccessible::isActive()) return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(widget, text);
    QAccessible::updateAccessibility(&event);
#else
    Q_UNUSED(text)
    QAccessibleEvent event(widget, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
#endif
}

}  // namespace keyreel::ui
