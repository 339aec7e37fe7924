#include "ui/pages/proof_sheet.h"

#include <QFileInfo>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/text.h"
#include "core/identity/account_id.h"
#include "ui/models/engine.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/label.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

void addNodes(FactList& list, const studio::VerifiedRelease& release) {
    for (const auto& node : release.nodes) {
        const QString time = format::milliseconds(node.milliseconds);
        list.addFact(Icon::Key, toQString(node.name),
                     node.released ? tr("signed that it gave its share, %1").arg(time)
                                   : tr("%1, as the device says").arg(nodeReason(node.code)),
                     node.released ? Tone::Ok : Tone::Neutral);
    }
}

}  // namespace

Sheet* makeProofSheet(const QString& file, const studio::VerifiedRelease& release) {
    const auto& proof = release.proof;
    auto* sheet = new Sheet(tr("This proof holds"), 640);
    sheet->setObjectName(u"proof"_s);
    sheet->setIcon(Icon::ShieldCheck, Tone::Ok);
    sheet->setSentence(
        format::plain(tr("%1 was opened on %2 with the shares of %3 of %4 key nodes. Every signature in %5 "
                         "was checked, without "
                         "a network.")
                          .arg(toQString(release.manifest.title), format::dayAndTime(proof.opened))
                          .arg(std::count_if(release.nodes.begin(), release.nodes.end(),
                                             [](const studio::VerifiedNode& node) { return node.released; }))
                          .arg(release.nodes.size())
                          .arg(QFileInfo(file).fileName())));
    auto* nodes = new FactList;
    nodes->setObjectName(u"proof.nodes"_s);
    addNodes(*nodes, release);
    sheet->body()->addWidget(nodes);
    auto* table = new KeyValueTable;
    table->setObjectName(u"proof.facts"_s);
    table->setRow(tr("Film by"), toQString(release.manifest.creatorName));
    table->setRow(tr("Maker's account"), toQString(identity::toDidKey(release.manifest.creator)));
    table->setRow(tr("Opened by the account"), toQString(identity::toDidKey(release.account)));
    table->setRow(tr("On the device"), tr("%1 · %2").arg(toQString(release.deviceName),
                                                         toQString(identity::fingerprint(release.device))));
    if (release.leaseUntil > 0) table->setRow(tr("Kept until"), format::dayAndTime(release.leaseUntil));
    table->setRow(tr("Pass from"), toQString(proof.gateway));
    table->setRow(tr("Rights log"), tr("%1 entries, key %2")
                                        .arg(QLocale().toString(qulonglong(release.head.size)),
                                             toQString(identity::fingerprint(proof.logKey))));
    table->setRow(tr("Proof"), toQString(toHex(release.id)));
    sheet->body()->addWidget(table);
    auto* note =
        new Label(tr("The times are those of the device. Whether a later revocation stands in the log is not "
                     "in the proof."),
                  Type::Small, Role::Text3);
    note->setWordWrap(true);
    sheet->body()->addWidget(note);
    sheet->addWayOut(tr("Close"))->setObjectName(u"proof.close"_s);
    return sheet;
}

Sheet* makeProofProblemSheet(const QString& file, const Error& error) {
    auto* sheet = new Sheet(tr("This proves nothing"), 580);
    sheet->setObjectName(u"proof"_s);
    sheet->setIcon(Icon::Warning, Tone::Error);
    sheet->setSentence(format::plain(tr("%1: %2").arg(QFileInfo(file).fileName(), sentenceOf(error).text())));
    auto* table = new KeyValueTable;
    table->setRow(tr("Why"), toQString(error.code), Tone::Error);
    sheet->body()->addWidget(table);
    sheet->addWayOut(tr("Close"))->setObjectName(u"proof.close"_s);
    return sheet;
}

}  // namespace keyreel::ui
