#include "ui/pages/publish_sheet.h"

#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/chapter_lines.h"
#include "ui/models/draft_quality.h"
#include "ui/models/formats.h"
#include "ui/models/key_nodes.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/field.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

void addPlace(FactList& facts, const studio::Network& network) {
    const QString name = gatewayName(network.gatewayUrl);
    facts.addFact(
        Icon::Globe, tr("Published at"),
        isOnThisComputer(network)
            ? tr("this computer's own gateway (%1)").arg(QUrl(toQString(network.gatewayUrl)).authority())
            : name);
}

void addKeys(FactList& facts, const custody::NodeSet& holders, const studio::Network& network) {
    facts.addFact(Icon::Key, tr("Keys"), wordsOf(holders));
    // By what they say of themselves; where they are was looked up when they were chosen.
    const auto warnings =
        studio::warningsOf(holders, [](const std::string&) { return std::vector<std::string>(); });
    if (areOnThisComputer(holders, network) && holders.threshold > 1)
        facts.addFact(Icon::Warning, tr("Note"), tr("all of these nodes run on this computer"), Tone::Warn);
    else if (!warnings.empty())
        facts.addFact(Icon::Warning, tr("Note"), wordsOf(warnings.front()), Tone::Warn);
}

void addSale(FactList& facts, const Draft& draft) {
    const QString copies = copiesWords(draft);
    facts.addFact(draft.sale.resale ? Icon::Resell : Icon::Coins, tr("Access"),
                  draft.sale.resale
                      ? tr("%1, %2, each resale gives %3 back")
                            .arg(priceWords(draft), copies, percentWords(1000 - draft.sale.resellerCut))
                      : tr("%1, %2, kept for good").arg(priceWords(draft), copies));
    if (draft.sale.payees.isEmpty()) return;
    QStringList parts;
    for (const Payee& payee : draft.sale.payees)
        parts.append(
            tr("%1 for %2").arg(percentWords(payee.units), format::shortAccount(payee.account.trimmed())));
    facts.addFact(Icon::People, tr("Royalties"),
                  tr("%1; the rest is yours").arg(parts.join(QStringLiteral(", "))));
}

void requireStatement(Button& sign, const CheckTile& statement) {
    const auto follow = [&sign, &statement]() {
        sign.setDisabledReason(statement.isChecked() ? QString() : tr("Tick the statement above first"));
    };
    QObject::connect(&statement, &QAbstractButton::toggled, &sign, follow);
    follow();
}

Select* offlineChoice(quint32 days) {
    auto* select = new Select;
    select->setObjectName(QStringLiteral("publishsheet.offline"));
    select->setAccessibleName(tr("Watching offline"));
    select->addItem(tr("Not at all"), 0U);
    for (const quint32 choice : {1U, 7U, 30U, 90U, 365U})
        select->addItem(choice == 1 ? tr("1 day") : tr("%1 days").arg(choice), choice);
    int chosen = select->findData(days);
    if (chosen < 0) {
        chosen = select->count();
        select->addItem(tr("%1 days").arg(days), days);
    }
    select->setCurrentIndex(chosen);
    return select;
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

bool areOnThisComputer(const custody::NodeSet& nodes, const studio::Network& network) {
    return isOnThisComputer(network) &&
           std::all_of(nodes.nodes.begin(), nodes.nodes.end(), [&network](const auto& node) {
               return std::find(network.nodes.begin(), network.nodes.end(), node) != network.nodes.end();
           });
}

PublishSheet makePublishSheet(const Draft& draft, const studio::Network& network, const InspectedFilm* film) {
    PublishSheet out;
    auto* sheet = new Sheet(tr("Publish %1").arg(draft.title), 620);
    sheet->setObjectName(QStringLiteral("publishsheet"));
    // All of it stands in the smallest window, too.
    sheet->body()->setSpacing(4);
    auto* facts = new FactList;
    // Terms of sale make it longer, and the smallest window no higher.
    facts->setDense(draft.sale.sold);
    if (draft.sale.payees.isEmpty() && !(draft.sale.sold && draft.preview))
        sheet->setSentence(tr("Check once. The record of a film stays when it is published."));
    addPlace(*facts, network);
    const bool granted = draft.access == studio::Access::Granted;
    if (draft.sale.sold)
        addSale(*facts, draft);
    else
        facts->addFact(granted ? Icon::People : Icon::Heart, tr("Access"),
                       granted ? tr("Only people you grant") : tr("Free, anyone with the link"));
    addKeys(*facts, holdersNow(draft.holders, network), network);
    if (draft.suite == crypto::kSuiteHybrid)
        facts->addFact(Icon::Lock, tr("Sealed"),
                       tr("against quantum computers, too; it opens, and you sign at this gateway, with "
                          "OpenSSL 3.5 alone"));
    // Only what is not as usual: all of it stands in the smallest window.
    if (!draft.ladder.empty()) {
        QString quality = qualityWords(draft);
        if (film != nullptr)
            quality +=
                QStringLiteral(" · ") +
                sizeWords(
                    media::estimateFilm(partOf(draft, film->info), draft.ladder, draft.keepSource).total());
        facts->addFact(Icon::Quality, tr("Quality"), quality);
    }
    if (film != nullptr && !draft.part.isWhole())
        facts->addFact(
            Icon::Clock, tr("Length"),
            tr("%1, cut out of %2")
                .arg(format::clock(static_cast<qint64>(partOf(draft, film->info).durationSeconds * 1000)),
                     format::clock(static_cast<qint64>(film->info.durationSeconds * 1000))));
    if (draft.preview)
        facts->addFact(Icon::Play, tr("Free preview"),
                       tr("%1 from %2, anyone can watch it, not encrypted")
                           .arg(format::clock(qint64{draft.preview->seconds} * 1000),
                                format::clock(draft.preview->from)));
    std::vector<media::Chapter> chosen = readChapters(draft.chapters, 0).chapters;
    if (film != nullptr && !draft.part.isWhole())
        chosen = media::chaptersOfPart(
            std::move(chosen), draft.part.from,
            static_cast<std::int64_t>(partOf(draft, film->info).durationSeconds * 1000));
    if (const auto chapters = chosen.size(); chapters > 0)
        facts->addFact(Icon::Chapters, tr("Chapters"), tr("%1, their titles are public").arg(chapters));
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
    out.offline = offlineChoice(draft.offlineDays);
    sheet->body()->addWidget(new SettingRow(
        tr("Watching offline"), tr("For how long a viewer may keep it without a network"), out.offline));
    out.statement = new CheckTile(tr("I made this film, or I may publish it."),
                                  tr("Your signature stands under the record of this film."));
    out.statement->setObjectName(QStringLiteral("publishsheet.statement"));
    sheet->body()->addWidget(out.statement);
    auto* sign = sheet->addAct(tr("Sign and publish"), Button::Kind::Primary, Icon::Pencil);
    sign->setObjectName(QStringLiteral("publishsheet.sign"));
    sheet->addWayOut(tr("Back"));
    sheet->setNote(
        granted && draft.preview
            ? tr("Public from now on: title, poster,\nyour name, preview. The film only for whom you grant.")
        : granted ? tr("Public from now on: title, poster,\nyour name. The film only for whom you grant.")
                  : tr("Public from now on: title, poster,\nyour name and the film"));
    sheet->setDefaultFocus(out.statement);
    requireStatement(*sign, *out.statement);
    out.sheet = sheet;
    return out;
}

Sheet* makePublishAllSheet(const QList<Draft>& ready, qsizetype drafts, const studio::Network& network) {
    auto* sheet = new Sheet(tr("Publish %1 films").arg(ready.size()), 620);
    sheet->setObjectName(QStringLiteral("publishall"));
    const qsizetype left = drafts - ready.size();
    sheet->setSentence(left == 0 ? tr("Check once. The record of a film stays when it is published.")
                       : left == 1
                           ? tr("Check once. The record of a film stays when it is published. 1 draft is not "
                                "ready and stays as it is.")
                           : tr("Check once. The record of a film stays when it is published. %1 drafts are "
                                "not ready and stay as they are.")
                                 .arg(left));
    const auto count = [&ready](auto&& holds) { return std::count_if(ready.cbegin(), ready.cend(), holds); };
    const auto granted = count([](const Draft& each) { return each.access == studio::Access::Granted; });
    const auto adult = count([](const Draft& each) { return each.adult; });
    const auto training = count([](const Draft& each) { return each.aiTraining; });
    const auto kept = count([](const Draft& each) { return each.offlineDays > 0; });
    const auto some = [&ready](qsizetype number, const QString& none) {
        if (number == 0) return none;
        return number == ready.size() ? tr("All of them") : tr("%1 of them").arg(number);
    };
    auto* facts = new FactList;
    facts->setNameWidth(150);
    addPlace(*facts, network);
    const auto sold = count([](const Draft& each) { return each.sale.sold; });
    const qsizetype free = ready.size() - granted;
    facts->addFact(granted > 0 ? Icon::People : Icon::Heart, tr("Access"),
                   granted == 0 ? tr("Free, anyone with the link")
                   : free == 0  ? tr("Only people you grant")
                                : tr("%1 free, %2 only for people you grant").arg(free).arg(granted));
    if (sold > 0) facts->addFact(Icon::Coins, tr("Sold"), some(sold, {}));
    addKeys(*facts, {network.nodes, network.threshold}, network);
    const auto own = count([&network](const Draft& each) {
        return holdersNow(each.holders, network) != custody::NodeSet{network.nodes, network.threshold};
    });
    if (own > 0) facts->addFact(Icon::Key, tr("Their own key nodes"), some(own, {}));
    const auto adaptive = count([](const Draft& each) { return !each.ladder.empty(); });
    facts->addFact(Icon::Quality, tr("Adaptive"), some(adaptive, tr("None of them")));
    const auto previews = count([](const Draft& each) { return each.preview.has_value(); });
    if (previews > 0)
        facts->addFact(Icon::Play, tr("Free preview"),
                       tr("%1, anyone can watch it, not encrypted").arg(some(previews, {})));
    facts->addFact(Icon::Info, tr("May train AI"), some(training, tr("None of them")));
    facts->addFact(Icon::Person, tr("For adults only"), some(adult, tr("None of them")));
    facts->addFact(Icon::Download, tr("Kept offline"), some(kept, tr("None of them")));
    sheet->body()->addWidget(facts);
    auto* statement = new CheckTile(tr("I made these films, or I may publish them."),
                                    tr("Your signature stands under the record of each film."));
    statement->setObjectName(QStringLiteral("publishall.statement"));
    sheet->body()->addWidget(statement);
    auto* sign =
        sheet->addAct(tr("Sign and publish %1").arg(ready.size()), Button::Kind::Primary, Icon::Pencil);
    sign->setObjectName(QStringLiteral("publishall.sign"));
    sheet->addWayOut(tr("Back"));
    sheet->setNote(tr("Public from now on:\ntitles, posters, your name"));
    sheet->setDefaultFocus(statement);
    requireStatement(*sign, *statement);
    return sheet;
}

}  // namespace keyreel::ui
