#include "ui/pages/first_run_page.h"

#include <pwd.h>
#include <unistd.h>

#include <QHBoxLayout>
#include <QPainter>
#include <QSysInfo>
#include <QVBoxLayout>

#include "ui/models/error_text.h"
#include "ui/pages/restore_sheet.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/quorum_diagram.h"

namespace keyreel::ui {
namespace {

constexpr int kFormWidth = 500;

/// The left half: rail ground with a line at its right.
class PictureHalf : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        p.fillRect(rect(), Theme::color(Role::BgRail));
        p.fillRect(QRect(width() - 1, 0, 1, height()), Theme::color(Role::LineSoft));
    }
};

/// The mark and the name.
class Mark : public QWidget {
public:
    explicit Mark(QWidget* parent = nullptr) : QWidget(parent) { setFixedHeight(32); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        paintIcon(p, Icon::Reel, QRectF(0, 2, 28, 28), Theme::color(Role::Text));
        p.setFont(Theme::font(Type::Page));
        p.setPen(Theme::color(Role::Text));
        p.drawText(QRect(40, 0, width() - 40, 32), Qt::AlignVCenter, QStringLiteral("Keyreel"));
    }
};

}  // namespace

QString FirstRunPage::systemPersonName() {
    if (const passwd* entry = ::getpwuid(::getuid())) {
        const QString full =
            QString::fromLocal8Bit(entry->pw_gecos).section(QLatin1Char(','), 0, 0).trimmed();
        if (!full.isEmpty()) return full;
        const QString login = QString::fromLocal8Bit(entry->pw_name);
        if (!login.isEmpty()) return login.left(1).toUpper() + login.mid(1);
    }
    return tr("Me");
}

QString FirstRunPage::systemComputerName() {
    const QString host = QSysInfo::machineHostName();
    return host.isEmpty() ? tr("This computer") : host;
}

FirstRunPage::FirstRunPage(Engine& engine, MainWindow& window, QWidget* parent)
    : QWidget(parent), m_engine(engine), m_window(window) {
    setObjectName(QStringLiteral("firstrun"));
    setAccessibleName(tr("Welcome to Keyreel"));
    auto* halves = new QHBoxLayout(this);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    halves->addWidget(makePicture(), 1);
    halves->addWidget(makeForm(), 1);
    connect(&m_engine, &Engine::readinessChanged, this, &FirstRunPage::follow);
    connect(&m_engine, &Engine::identityFailed, this, &FirstRunPage::fail);
    connect(&m_engine, &Engine::identityCreated, this, [this]() {
        m_create->setLoading(false);
        m_join->setLoading(false);
    });
    follow();
}

QWidget* FirstRunPage::makePicture() {
    auto* half = new PictureHalf;
    auto* column = new QVBoxLayout(half);
    column->setContentsMargins(40, 30, 60, 60);
    column->addWidget(new Mark);
    column->addStretch(3);
    auto* diagram = new QuorumDiagram;
    diagram->setLarge(true);
    using Node = QuorumDiagram::Node;
    using State = QuorumDiagram::NodeState;
    diagram->setNodes(2, {Node{tr("Key node 1"), tr("holds one share"), State::Answered, {}},
                          Node{tr("Key node 2"), tr("holds one share"), State::Answered, {}},
                          Node{tr("Key node 3"), tr("not needed"), State::Idle, {}}});
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(diagram, 8);
    centred->addStretch(1);
    column->addLayout(centred);
    column->addStretch(3);
    auto* texts = new QVBoxLayout;
    texts->setContentsMargins(44, 0, 0, 0);
    texts->setSpacing(6);
    texts->addWidget(new Label(tr("Any two of three keys open your film"), Type::Section, Role::Text));
    auto* text =
        new Label(tr("Keyreel locks the video on this computer. Three key nodes each hold one share of its "
                     "key. One share opens nothing. Any two open the film, and only for people you allow."));
    text->setWordWrap(true);
    text->setMaximumWidth(520);
    texts->addWidget(text);
    column->addLayout(texts);
    column->addStretch(1);
    return half;
}

QWidget* FirstRunPage::makeForm() {
    auto* half = new QWidget;
    auto* outer = new QHBoxLayout(half);
    outer->addStretch(1);
    auto* form = new QWidget;
    form->setFixedWidth(kFormWidth);
    outer->addWidget(form);
    outer->addStretch(1);
    auto* column = new QVBoxLayout(form);
    column->setSpacing(0);
    column->addStretch(1);
    auto* title = new Label(tr("Publish your films.\nKeep the keys."), Type::Display, Role::Text);
    column->addWidget(title);
    column->addSpacing(12);
    auto* text = new Label(
        tr("Your identity is made here, on this computer. There is no account to open, no e-mail to "
           "confirm and no password to forget."));
    text->setWordWrap(true);
    column->addWidget(text);
    column->addSpacing(24);
    m_banner = new Banner;
    m_banner->setObjectName(QStringLiteral("firstrun.banner"));
    m_banner->hide();
    column->addWidget(m_banner);
    column->addSpacing(8);

    auto* names = new QHBoxLayout;
    names->setSpacing(12);
    m_name = new Field(tr("Your name, as shown on films"));
    m_name->setObjectName(QStringLiteral("firstrun.name"));
    m_name->setIcon(Icon::Person);
    m_name->edit()->setMaxLength(80);
    m_name->setText(systemPersonName());
    m_computer = new Field(tr("This computer"));
    m_computer->setObjectName(QStringLiteral("firstrun.computer"));
    m_computer->setIcon(Icon::Desktop);
    m_computer->edit()->setMaxLength(80);
    m_computer->setText(systemComputerName());
    names->addWidget(m_name, 6);
    names->addWidget(m_computer, 5);
    column->addLayout(names);
    column->addSpacing(16);

    m_create = new Button(tr("Create my identity"), Button::Kind::Primary, Icon::Key);
    m_create->setObjectName(QStringLiteral("firstrun.create"));
    m_create->setSize(Button::Size::Hero);
    m_create->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_create->setDefault(true);
    const auto createOwn = [this]() {
        if (!m_join->isLoading()) m_joining = false;
        create();
    };
    connect(m_create, &QPushButton::clicked, this, createOwn);
    connect(m_name, &Field::returnPressed, this, createOwn);
    connect(m_computer, &Field::returnPressed, this, createOwn);
    column->addWidget(m_create);
    column->addSpacing(10);
    auto* hint = new Label(tr("One click, about two seconds."), Type::Small, Role::Text3);
    hint->setAlignment(Qt::AlignHCenter);
    column->addWidget(hint);
    column->addSpacing(28);

    auto* before = new QHBoxLayout;
    before->setSpacing(14);
    before->addWidget(new Divider, 1);
    before->addWidget(new Label(tr("Already use Keyreel somewhere else?"), Type::Small, Role::Text3));
    before->addWidget(new Divider, 1);
    column->addLayout(before);
    column->addSpacing(16);
    auto* ways = new QHBoxLayout;
    ways->setSpacing(12);
    m_words = new Button(tr("Restore..."), Button::Kind::Secondary, Icon::RecoveryKit);
    m_words->setObjectName(QStringLiteral("firstrun.restore"));
    m_words->setAccessibleDescription(tr("From 24 words or a recovery kit"));
    connect(m_words, &QPushButton::clicked, this, &FirstRunPage::restore);
    m_join = new Button(tr("Join with a code..."), Button::Kind::Secondary, Icon::Laptop);
    m_join->setObjectName(QStringLiteral("firstrun.join"));
    m_join->setAccessibleDescription(tr("To play on this computer what another computer may"));
    connect(m_join, &QPushButton::clicked, this, &FirstRunPage::join);
    for (Button* way : {m_words, m_join}) {
        way->setSize(Button::Size::Large);
        way->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        ways->addWidget(way, 1);
    }
    column->addLayout(ways);
    column->addSpacing(28);

    auto* keyring = new QHBoxLayout;
    keyring->addStretch(1);
    m_keyring = new StatusLine;
    m_keyring->setObjectName(QStringLiteral("firstrun.keyring"));
    keyring->addWidget(m_keyring);
    m_unlock = new Button(tr("Unlock keyring"), Button::Kind::Secondary, Icon::Unlock);
    m_unlock->setObjectName(QStringLiteral("firstrun.unlock"));
    m_unlock->setSize(Button::Size::Small);
    connect(m_unlock, &QPushButton::clicked, this, [this]() {
        if (m_engine.keyring() == identity::KeyState::Locked)
            m_engine.unlockKeyring();
        else
            m_engine.start();
    });
    keyring->addWidget(m_unlock);
    keyring->addStretch(1);
    column->addLayout(keyring);
    column->addSpacing(10);

    auto* watch = new QHBoxLayout;
    watch->setSpacing(2);
    watch->addStretch(1);
    watch->addWidget(new Label(tr("Here to watch?"), Type::Small, Role::Text3));
    auto* link = new Button(tr("Open a film link..."), Button::Kind::Link);
    link->setObjectName(QStringLiteral("firstrun.openLink"));
    link->setSize(Button::Size::Small);
    connect(link, &QPushButton::clicked, this, &FirstRunPage::openLinkRequested);
    watch->addWidget(link);
    watch->addStretch(1);
    column->addLayout(watch);
    column->addStretch(1);
    return half;
}

void FirstRunPage::follow() {
    using identity::KeyState;
    const KeyState state = m_engine.keyring();
    QString reason;
    switch (state) {
        case KeyState::Absent:
        case KeyState::Present:
            m_keyring->set(tr("System keyring found and unlocked. This computer's key will stay there."),
                           Tone::Ok);
            break;
        case KeyState::Locked:
            m_keyring->set(tr("Your system keyring is locked."), Tone::Warn);
            m_unlock->setText(tr("Unlock keyring"));
            reason = tr("Unlock the system keyring first: this computer's key will stay there");
            break;
        case KeyState::NoService:
            m_keyring->set(tr("No system keyring answers."), Tone::Error);
            m_unlock->setText(tr("Try again"));
            reason = tr("Install or start a system keyring (KWallet or GNOME Keyring), then try again");
            break;
        case KeyState::Denied:
            m_keyring->set(tr("The system keyring refused."), Tone::Error);
            m_unlock->setText(tr("Try again"));
            reason = tr("Allow Keyreel to use the system keyring, then try again");
            break;
    }
    m_unlock->setVisible(!reason.isEmpty());
    const bool lost = m_engine.readiness() == Engine::Readiness::KeyLost;
    if (lost) {
        const Sentence words = sentenceOf(m_engine.problem());
        m_banner->setMessage(Tone::Error, Icon::Warning, words.fact,
                             tr("Your 24 words or your recovery kit bring your identity back."));
        m_banner->show();
        reason = tr("An identity is here already; restore it from its 24 words");
    }
    m_create->setDisabledReason(reason);
    m_join->setDisabledReason(reason);
}

void FirstRunPage::create() {
    // A second click may arrive just when the identity is there and the page about to go.
    if (m_engine.readiness() != Engine::Readiness::FirstRun) return;
    if (!m_create->isEnabled() || m_create->isLoading() || m_join->isLoading()) return;
    m_name->setError(m_name->text().trimmed().isEmpty() ? tr("Any name you like") : QString());
    m_computer->setError(m_computer->text().trimmed().isEmpty() ? tr("Any name you like") : QString());
    if (!m_name->error().isEmpty() || !m_computer->error().isEmpty()) return;
    m_banner->hide();
    (m_joining ? m_join : m_create)->setLoading(true);
    m_engine.createIdentity(m_name->text().trimmed(), m_computer->text().trimmed());
}

void FirstRunPage::join() {
    m_joining = true;
    create();
}

void FirstRunPage::restore() {
    m_window.openSheet(makeRestoreSheet(m_engine, m_name->text().trimmed(), m_computer->text().trimmed()));
}

void FirstRunPage::fail(const Error& error) {
    m_create->setLoading(false);
    m_join->setLoading(false);
    m_joining = false;
    // The sheet of restoring says it itself.
    if (m_window.hasSheet()) return;
    const Sentence words = sentenceOf(error);
    m_banner->setMessage(Tone::Error, Icon::Warning, words.fact, words.next);
    m_banner->show();
}

}  // namespace keyreel::ui
