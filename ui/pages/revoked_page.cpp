#include "ui/pages/revoked_page.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/models/formats.h"
#include "ui/pages/restore_sheet.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kWidth = 560;

}  // namespace

RevokedPage::RevokedPage(Engine& engine, MainWindow& window, QWidget* parent)
    : QWidget(parent), m_engine(engine), m_window(window) {
    setObjectName(u"revoked"_s);
    setAccessibleName(tr("This computer was revoked"));
    auto* middle = new QHBoxLayout(this);
    middle->addStretch(1);
    auto* box = new QWidget;
    box->setFixedWidth(kWidth);
    middle->addWidget(box);
    middle->addStretch(1);
    auto* column = new QVBoxLayout(box);
    column->setSpacing(16);
    column->addStretch(2);
    column->addWidget(new IconTile(Icon::Desktop, Tone::Error, 56), 0, Qt::AlignLeft);
    auto* title = new Label(tr("This computer was revoked"), Type::Hero, Role::Text);
    title->setObjectName(u"revoked.title"_s);
    column->addWidget(title);
    m_who = new Label({});
    m_who->setObjectName(u"revoked.text"_s);
    m_who->setWordWrap(true);
    column->addWidget(m_who);
    auto* facts = new FactList;
    facts->setNameWidth(140);
    facts->addFact(Icon::Check, tr("Still here"), tr("Your library, your drafts and your vault"), Tone::Ok);
    facts->addFact(Icon::Lock, tr("Stopped"), tr("Opening, publishing and letting people in"), Tone::Error);
    column->addWidget(facts);
    auto* text = new Label(tr(
        "If that was you, nothing is left to do here. To use this computer again, prove that the identity is "
        "yours: it then gets a new device key, and the old one stays refused."));
    text->setWordWrap(true);
    column->addWidget(text);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(10);
    auto* restoreButton =
        new Button(tr("Restore with words or a kit..."), Button::Kind::Primary, Icon::RecoveryKit);
    restoreButton->setObjectName(u"revoked.restore"_s);
    restoreButton->setSize(Button::Size::Large);
    connect(restoreButton, &QPushButton::clicked, this, &RevokedPage::restore);
    acts->addWidget(restoreButton);
    auto* look = new Button(tr("Look again"), Button::Kind::Secondary, Icon::Retry);
    look->setObjectName(u"revoked.retry"_s);
    look->setSize(Button::Size::Large);
    connect(look, &QPushButton::clicked, &m_engine, &Engine::start);
    acts->addWidget(look);
    acts->addStretch(1);
    column->addLayout(acts);
    column->addStretch(3);
    setFocusProxy(restoreButton);
    connect(&m_engine, &Engine::readinessChanged, this, &RevokedPage::follow);
    follow();
}

void RevokedPage::follow() {
    const auto& person = m_engine.person();
    if (!person) return;
    m_who->setText(format::plain(
        tr("'%1' was taken off your account from another of your devices. Key nodes and gateways refuse it.")
            .arg(toQString(person->deviceName))));
}

void RevokedPage::restore() {
    const auto& person = m_engine.person();
    if (!person) return;
    m_window.openSheet(
        makeRestoreSheet(m_engine, toQString(person->displayName), toQString(person->deviceName)));
}

}  // namespace keyreel::ui
