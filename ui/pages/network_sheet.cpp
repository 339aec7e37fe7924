#include "ui/pages/network_sheet.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QRegularExpression>
#include <QUrl>
#include <QVBoxLayout>

#include "core/identity/account_id.h"
#include "core/studio/gateway_pin.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/models/network_choice.h"
#include "ui/pages/node_chooser.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

QString withScheme(const QString& address) {
    const QString typed = address.trimmed();
    return typed.isEmpty() || typed.contains(u"://"_s) ? typed : u"https://"_s + typed;
}

/// The sheet's two views: what a person wishes, and who answered to it.
class NetworkView : public QWidget {
public:
    NetworkView(Sheet& sheet, NetworkChoice& choice, KeyNodes& nodes)
        : m_sheet(sheet), m_choice(choice), m_nodes(nodes) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(14);
        column->addWidget(makeWish());
        m_answer = new QWidget;
        m_answers = new QVBoxLayout(m_answer);
        m_answers->setContentsMargins(0, 0, 0, 0);
        m_answers->setSpacing(14);
        m_answer->hide();
        column->addWidget(m_answer);
        m_trouble = new Label({}, Type::Body, Role::Error);
        m_trouble->setObjectName(u"networksheet.trouble"_s);
        m_trouble->setWordWrap(true);
        m_trouble->hide();
        column->addWidget(m_trouble);
        m_act = sheet.addAct({}, Button::Kind::Primary, Icon::Globe, false);
        m_act->setObjectName(u"networksheet.act"_s);
        m_out = sheet.addWayOut(ui::tr("Back"));
        m_out->setObjectName(u"networksheet.back"_s);
        connect(m_act, &QPushButton::clicked, this, [this]() { act(); });
        connect(&sheet, &Sheet::rejected, &choice, &NetworkChoice::forget);
        connect(&choice, &NetworkChoice::asked, this,
                [this](const studio::Network& network) { show(network); });
        connect(&choice, &NetworkChoice::askFailed, this, [this](const Error& error) { tell(error); });
        connect(&choice, &NetworkChoice::refused, this, [this](const Error& error) { tell(error); });
        connect(&choice, &NetworkChoice::chosen, &sheet, &Sheet::accept);
        m_where->setCurrent(choice.isElsewhere() ? 1 : 0);
        follow();
    }

private:
    QWidget* makeWish() {
        m_wish = new QWidget;
        auto* column = new QVBoxLayout(m_wish);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(14);
        m_where = new SegmentedControl;
        m_where->setObjectName(u"networksheet.where"_s);
        m_where->setAccessibleName(ui::tr("Where your films are published"));
        m_where->setSegments({{u"here"_s, ui::tr("This computer")},
                              {u"gateway"_s, ui::tr("A gateway")},
                              {u"file"_s, ui::tr("A network file")}});
        column->addWidget(m_where, 0, Qt::AlignLeft);
        m_here = new Label(
            ui::tr("A gateway and three key nodes of this computer's own, to try things with. Films "
                   "open while this computer is on."));
        m_here->setWordWrap(true);
        column->addWidget(m_here);
        m_gateway = new Field(ui::tr("Gateway"));
        m_gateway->setObjectName(u"networksheet.gateway"_s);
        m_gateway->setIcon(Icon::Globe);
        m_gateway->setPlaceholder(u"https://films.example"_s);
        column->addWidget(m_gateway);
        m_urls = new TextAreaField(ui::tr("Key nodes, one address a line"));
        m_urls->setObjectName(u"networksheet.nodes"_s);
        m_urls->setPlaceholder(ui::tr("Leave this empty to see those that the gateway names"));
        m_urls->edit()->setTabChangesFocus(true);
        m_urls->edit()->setFixedHeight(Theme::scaled(84));
        column->addWidget(m_urls);
        m_fileRow = new QWidget;
        auto* row = new QHBoxLayout(m_fileRow);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(10);
        m_file = new Field(ui::tr("Network file"));
        m_file->setObjectName(u"networksheet.file"_s);
        m_file->setIcon(Icon::Folder);
        m_file->setPlaceholder(ui::tr("From whoever runs the network"));
        row->addWidget(m_file, 1);
        auto* choose = new Button(ui::tr("Choose..."));
        choose->setObjectName(u"networksheet.choose"_s);
        row->addWidget(choose, 0, Qt::AlignBottom);
        column->addWidget(m_fileRow);
        connect(choose, &QPushButton::clicked, this, [this]() { chooseFile(); });
        connect(m_where, &SegmentedControl::currentChanged, this, [this]() { follow(); });
        for (Field* field : {m_gateway, m_file}) {
            connect(field, &Field::returnPressed, this, [this]() { act(); });
            connect(field, &Field::textEdited, this, [field]() { field->setError({}); });
        }
        return m_wish;
    }

    void follow() {
        const QString where = m_where->currentId();
        m_here->setVisible(where == u"here"_s);
        m_gateway->setVisible(where == u"gateway"_s);
        m_urls->setVisible(where == u"gateway"_s);
        m_fileRow->setVisible(where == u"file"_s);
        m_trouble->hide();
        m_act->setText(where == u"here"_s ? ui::tr("Use this computer") : ui::tr("Ask who they are"));
        const bool asIs = where == u"here"_s && !m_choice.isElsewhere();
        m_act->setDisabledReason(asIs ? ui::tr("Your films are published here already") : QString());
    }

    void chooseFile() {
        auto* dialog = new QFileDialog(this, ui::tr("Choose a network file"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({ui::tr("Network files (*.json)"), ui::tr("All files (*)")});
        connect(dialog, &QFileDialog::fileSelected, m_file, &Field::setText);
        dialog->open();
    }

    void act() {
        if (m_act->isLoading() || !m_act->isEnabled()) return;
        m_trouble->hide();
        if (m_chooser != nullptr) {
            const custody::NodeSet set = m_chooser->chosen();
            m_network.nodes = set.nodes;
            m_network.threshold = set.threshold;
            m_act->setLoading(true);
            m_choice.keep(m_network);
            return;
        }
        const QString where = m_where->currentId();
        Field* missing = where == u"gateway"_s && m_gateway->text().trimmed().isEmpty() ? m_gateway
                         : where == u"file"_s && m_file->text().trimmed().isEmpty()     ? m_file
                                                                                        : nullptr;
        if (missing != nullptr) {
            missing->setError(ui::tr("Needed"));
            missing->edit()->setFocus(Qt::OtherFocusReason);
            return;
        }
        m_act->setLoading(true);
        if (where == u"here"_s) {
            m_choice.keepThisComputer();
        } else if (where == u"file"_s) {
            m_choice.askFile(m_file->text().trimmed());
        } else {
            studio::NetworkWish wish;
            wish.gatewayUrl = toStdString(withScheme(m_gateway->text()));
            for (const QString& line :
                 m_urls->text().split(QRegularExpression(u"[\\s,]+"_s), Qt::SkipEmptyParts))
                wish.nodeUrls.push_back(toStdString(withScheme(line)));
            m_choice.ask(wish);
        }
    }

    void tell(const Error& error) {
        m_act->setLoading(false);
        // The fact of the error names who it was that did not answer.
        const QString words = isOffline(error) || error.code == "certificate_invalid"
                                  ? ui::tr("%1 Nothing was changed.").arg(toQString(error.what))
                                  : sentenceOf(error).text();
        m_trouble->setText(format::plain(words));
        m_trouble->show();
        announce(m_trouble, words);
    }

    void show(const studio::Network& network) {
        m_network = network;
        m_act->setLoading(false);
        m_wish->hide();
        const auto met =
            studio::rememberedGateway(m_choice.engine().places(), network.gatewayUrl).has_value();
        m_sheet.setSentence(
            met ? ui::tr("This gateway has the keys that it had when you first met it.")
                : ui::tr("You meet this gateway for the first time. Compare its key with what "
                         "its owner told you: "
                         "once you use it, no other key is taken from it."));
        auto* facts = new FactList;
        facts->setObjectName(u"networksheet.facts"_s);
        facts->setNameWidth(150);
        facts->addFact(Icon::Globe, ui::tr("Gateway"), QUrl(toQString(network.gatewayUrl)).authority());
        facts->addFact(Icon::Key, ui::tr("Key of its rights log"),
                       toQString(identity::fingerprint(network.logKey)));
        facts->addFact(Icon::Shield, ui::tr("Key of its passes"),
                       toQString(identity::fingerprint(network.capabilityKey)));
        m_answers->addWidget(facts);
        m_chooser = new NodeChooser(m_nodes, network);
        m_chooser->showKeys();
        m_answers->addWidget(m_chooser);
        m_answer->show();
        m_act->setText(ui::tr("Use this network"));
        const auto check = [this]() { m_act->setDisabledReason(m_chooser->problem()); };
        connect(m_chooser, &NodeChooser::changed, this, check);
        check();
        m_out->setFocus(Qt::OtherFocusReason);
        announce(this, ui::tr("They answered"));
    }

    Sheet& m_sheet;
    NetworkChoice& m_choice;
    KeyNodes& m_nodes;
    studio::Network m_network;
    QWidget* m_wish = nullptr;
    SegmentedControl* m_where = nullptr;
    Label* m_here = nullptr;
    Field* m_gateway = nullptr;
    TextAreaField* m_urls = nullptr;
    QWidget* m_fileRow = nullptr;
    Field* m_file = nullptr;
    QWidget* m_answer = nullptr;
    QVBoxLayout* m_answers = nullptr;
    NodeChooser* m_chooser = nullptr;
    Label* m_trouble = nullptr;
    Button* m_act = nullptr;
    Button* m_out = nullptr;
};

}  // namespace

Sheet* makeNetworkSheet(NetworkChoice& choice, KeyNodes& nodes) {
    auto* sheet = new Sheet(tr("Where your films are published"), 640);
    sheet->setObjectName(u"networksheet"_s);
    sheet->setSentence(
        tr("For films that you publish from now on. Those that are published stay where they "
           "are, and open as before."));
    sheet->body()->addWidget(new NetworkView(*sheet, choice, nodes));
    return sheet;
}

}  // namespace keyreel::ui
