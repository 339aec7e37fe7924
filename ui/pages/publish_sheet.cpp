#include "ui/pages/publish_sheet.h"

#include <QCoreApplication>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/models/engine.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/facts.h"

namespace keyreel::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("PublishSheet", text);
}

}  // namespace

QString gatewayName(const std::string& url) {
    const QUrl parsed(toQString(url));
    const QString host = parsed.host();
    if (host == QLatin1String("127.0.0.1") || host == QLatin1String("localhost") ||
        host == QLatin1String("::1"))
        return tr("this computer");
    return host;
}

bool isOnThisComputer(const studio::Network& network) {
    return gatewayName(network.gatewayUrl) == tr("this computer");
}

PublishSheet makePublishSheet(const Draft& draft, const studio::Network& network) {
    PublishSheet out;
    auto* sheet = new Sheet(tr("Publish %1").arg(draft.title), 620);
    sheet->setObjectName(QStringLiteral("publishsheet"));
    sheet->setSentence(tr("Check once. The record of a film stays when it is published."));
    auto* facts = new FactList;
    const bool here = isOnThisComputer(network);
    facts->addFact(
        Icon::Globe, tr("Published at"),
        here ? tr("this computer's own gateway (%1)").arg(QUrl(toQString(network.gatewayUrl)).authority())
             : gatewayName(network.gatewayUrl));
    const bool granted = draft.access == studio::Access::Granted;
    facts->addFact(granted ? Icon::People : Icon::Heart, tr("Access"),
                   granted ? tr("Only people you grant") : tr("Free, anyone with the link"));
    QStringList names;
    for (const auto& node : network.nodes)
        names.append(toQString(node.name));
    facts->addFact(Icon::Key, tr("Keys"),
                   tr("any %1 of %2: %3")
                       .arg(network.threshold)
                       .arg(names.size())
                       .arg(names.join(QStringLiteral(", "))));
    sheet->body()->addWidget(facts);
    out.aiTraining = new Toggle(tr("May be used to train AI"));
    out.aiTraining->setObjectName(QStringLiteral("publishsheet.ai"));
    out.aiTraining->setChecked(draft.aiTraining);
    sheet->body()->addWidget(new SettingRow(
        tr("May be used to train AI"), tr("Off: to watch, not to train. Viewers see this."), out.aiTraining));
    out.adult = new Toggle(tr("For adults only"));
    out.adult->setObjectName(QStringLiteral("publishsheet.adult"));
    out.adult->setChecked(draft.adult);
    sheet->body()->addWidget(new SettingRow(tr("For adults only"), tr("Stands in its record"), out.adult));
    out.statement = new CheckTile(tr("I made this film, or I may publish it."),
                                  tr("Your signature stands under the record of this film."));
    out.statement->setObjectName(QStringLiteral("publishsheet.statement"));
    sheet->body()->addWidget(out.statement);
    auto* sign = sheet->addAct(tr("Sign and publish"), Button::Kind::Primary, Icon::Pencil);
    sign->setObjectName(QStringLiteral("publishsheet.sign"));
    sheet->addWayOut(tr("Back"));
    sheet->setNote(
        granted ? tr("Public from now on: title, poster,\nyour name. The film only for whom you grant.")
                : tr("Public from now on: title, poster,\nyour name and the film"));
    sheet->setDefaultFocus(out.statement);
    const auto follow = [sign, statement = out.statement]() {
        sign->setDisabledReason(statement->isChecked() ? QString() : tr("Tick the statement above first"));
    };
    QObject::connect(out.statement, &QAbstractButton::toggled, sign, follow);
    follow();
    out.sheet = sheet;
    return out;
}

}  // namespace keyreel::ui
