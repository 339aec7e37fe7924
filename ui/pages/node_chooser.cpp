#include "ui/pages/node_chooser.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <algorithm>

#include "core/identity/account_id.h"
#include "ui/models/error_text.h"
#include "ui/pages/publish_sheet.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout_tools.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

/// As many rows as are seen at once.
constexpr int kRowsShown = 4;
constexpr int kRowHeight = 52;

}  // namespace

NodeChooser::NodeChooser(KeyNodes& nodes, const studio::Network& network, QWidget* parent)
    : QWidget(parent), m_nodes(nodes), m_network(network), m_threshold(network.threshold) {
    setObjectName(u"nodes"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* rows = new QWidget;
    m_list = new QVBoxLayout(rows);
    m_list->setContentsMargins(0, 0, 8, 0);
    m_list->setSpacing(0);
    m_scroll = makeScrolled(rows);
    column->addWidget(m_scroll);

    auto* adding = new QHBoxLayout;
    adding->setSpacing(10);
    m_address = new Field(tr("Another key node"));
    m_address->setObjectName(u"nodes.address"_s);
    m_address->setIcon(Icon::Server);
    m_address->setPlaceholder(u"https://node.example"_s);
    adding->addWidget(m_address, 1);
    m_add = new Button(tr("Ask it"), Button::Kind::Secondary, Icon::Plus);
    m_add->setObjectName(u"nodes.ask"_s);
    adding->addWidget(m_add, 0, Qt::AlignBottom);
    column->addLayout(adding);

    auto* stepper = new QHBoxLayout;
    stepper->setSpacing(8);
    m_count = new Label({}, Type::Strong, Role::Text);
    m_count->setObjectName(u"nodes.count"_s);
    stepper->addWidget(m_count, 1);
    m_fewer = Button::iconOnly(Icon::Minus, tr("One node fewer opens the film"), nullptr, 32);
    m_fewer->setObjectName(u"nodes.fewer"_s);
    m_more = Button::iconOnly(Icon::Plus, tr("One node more opens the film"), nullptr, 32);
    m_more->setObjectName(u"nodes.more"_s);
    stepper->addWidget(m_fewer);
    stepper->addWidget(m_more);
    column->addLayout(stepper);
    m_warnings = new QVBoxLayout;
    m_warnings->setSpacing(4);
    column->addLayout(m_warnings);

    connect(m_fewer, &QPushButton::clicked, this, [this]() { step(-1); });
    connect(m_more, &QPushButton::clicked, this, [this]() { step(1); });
    connect(m_add, &QPushButton::clicked, this, &NodeChooser::ask);
    connect(m_address, &Field::returnPressed, this, &NodeChooser::ask);
    connect(m_address, &Field::textEdited, this, [this]() {
        m_address->setError({});
        m_address->setHint({});
    });
    connect(&m_nodes, &KeyNodes::answered, this,
            [this](quint64 question, const custody::NodeDescriptor& node) {
                if (question == m_asked) take(node);
            });
    connect(&m_nodes, &KeyNodes::askFailed, this, [this](quint64 question, const Error& error) {
        if (question != m_asked) return;
        m_add->setLoading(false);
        const Sentence words = sentenceOf(error);
        m_address->setError(isOffline(error) ? tr("No key node answers there") : words.fact);
        m_address->setHint(isOffline(error) ? QString() : words.next);
    });
    connect(&m_nodes, &KeyNodes::weighed, this,
            [this](quint64 question, const std::vector<studio::NodeWarning>& warnings) {
                if (question == m_weighed) showWarnings(warnings);
            });
    for (const auto& node : m_network.nodes)
        addRow(node, true);
    follow();
}

void NodeChooser::setChosen(const custody::NodeSet& nodes) {
    for (Row& row : m_rows)
        row.toggle->setChecked(false);
    for (const auto& node : nodes.nodes) {
        if (Row* row = find(node))
            row->toggle->setChecked(true);
        else
            addRow(node, true);
    }
    m_threshold = nodes.threshold;
    follow();
}

custody::NodeSet NodeChooser::chosen() const {
    custody::NodeSet set;
    for (const Row& row : m_rows)
        if (row.toggle->isChecked()) set.nodes.push_back(row.node);
    set.threshold = std::clamp(m_threshold, 1U, std::max(1U, count()));
    return set;
}

QString NodeChooser::problem() const {
    if (count() == 0) return tr("Choose a key node first");
    if (count() > custody::kMaxNodes) return tr("Choose at most %1 key nodes").arg(custody::kMaxNodes);
    return {};
}

void NodeChooser::showKeys() {
    m_keys = true;
    const custody::NodeSet before = chosen();
    const QList<Row> rows = std::exchange(m_rows, {});
    clearLayout(*m_list);
    for (const Row& row : rows)
        addRow(row.node, true);
    setChosen(before);
}

unsigned NodeChooser::count() const {
    return static_cast<unsigned>(std::count_if(m_rows.cbegin(), m_rows.cend(),
                                               [](const Row& row) { return row.toggle->isChecked(); }));
}

NodeChooser::Row* NodeChooser::find(const custody::NodeDescriptor& node) {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return row.node.signingKey == node.signingKey && row.node.hpkeKey == node.hpkeKey;
    });
    return found == m_rows.end() ? nullptr : &*found;
}

bool NodeChooser::answers(const std::string& url) const {
    const auto& health = m_nodes.engine().health();
    return std::none_of(health.begin(), health.end(),
                        [&](const auto& service) { return service.url == url && !service.running; });
}

void NodeChooser::addRow(const custody::NodeDescriptor& node, bool on) {
    if (!m_rows.isEmpty()) m_list->addWidget(new Divider);
    const QString name = toQString(node.name);
    auto* toggle = new Toggle(name);
    toggle->setObjectName(u"nodes.node"_s);
    toggle->setChecked(on);
    QString line = wordsOf(node);
    if (m_keys) line += u" · "_s + tr("key %1").arg(toQString(identity::fingerprint(node.signingKey)));
    if (!answers(node.url)) line += u" · "_s + tr("does not answer now");
    m_list->addWidget(new SettingRow(name, line, toggle));
    m_rows.append({node, toggle});
    connect(toggle, &QAbstractButton::toggled, this, &NodeChooser::follow);
    m_scroll->setFixedHeight(Theme::scaled(kRowHeight) *
                             std::min(kRowsShown, static_cast<int>(m_rows.size())));
    m_scroll->setFocusPolicy(Qt::NoFocus);
}

void NodeChooser::step(int by) {
    const int most = std::max(1, static_cast<int>(count()));
    m_threshold = static_cast<unsigned>(std::clamp(static_cast<int>(chosen().threshold) + by, 1, most));
    follow();
    announce(m_count, m_count->source());
}

void NodeChooser::follow() {
    const custody::NodeSet set = chosen();
    const bool any = !set.nodes.empty();
    m_count->setText(any ? tr("Any %1 of %2 open the film").arg(set.threshold).arg(set.nodes.size())
                         : tr("No key node is chosen"));
    m_fewer->setDisabledReason(set.threshold > 1 ? QString() : tr("At least one has to open it"));
    m_more->setDisabledReason(set.threshold < set.nodes.size() ? QString() : tr("No more nodes are chosen"));
    if (any)
        m_weighed = m_nodes.weigh(set);
    else
        clearLayout(*m_warnings);
    Q_EMIT changed();
}

void NodeChooser::ask() {
    const QString typed = m_address->text().trimmed();
    if (typed.isEmpty() || m_add->isLoading()) return;
    m_add->setLoading(true);
    m_asked = m_nodes.ask(m_network, typed.contains(u"://"_s) ? typed : u"https://"_s + typed);
}

void NodeChooser::take(const custody::NodeDescriptor& node) {
    m_add->setLoading(false);
    const auto sameKey = std::any_of(m_rows.cbegin(), m_rows.cend(), [&](const Row& row) {
        return row.node.signingKey == node.signingKey || row.node.hpkeKey == node.hpkeKey;
    });
    if (sameKey) {
        m_address->setError(tr("This node is in the list already"));
        return;
    }
    addRow(node, count() < custody::kMaxNodes);
    m_address->setText({});
    follow();
    announce(this, tr("%1 was added").arg(toQString(node.name)));
}

void NodeChooser::showWarnings(const std::vector<studio::NodeWarning>& warnings) {
    clearLayout(*m_warnings);
    const auto say = [this](const QString& words) {
        auto* label = new Label(words, Type::Small, Role::Warn);
        label->setObjectName(u"nodes.warning"_s);
        label->setWordWrap(true);
        m_warnings->addWidget(label);
    };
    const bool here = areOnThisComputer(chosen(), m_network);
    if (here)
        say(tr("All of them run on this computer, to try things with: whoever has it has all the keys."));
    for (const auto& warning : warnings)
        // Said for all of them above.
        if (!here || warning.nodes.empty()) say(wordsOf(warning));
}

void NodeChooser::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Plus)
        step(1);
    else if (event->key() == Qt::Key_Minus)
        step(-1);
    else
        QWidget::keyPressEvent(event);
}

}  // namespace keyreel::ui
