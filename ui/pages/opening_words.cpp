#include "ui/pages/opening_words.h"

#include <QLocale>

#include "ui/models/formats.h"
#include "ui/pages/opening_card.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

/// It was opened from what this computer keeps: nobody was asked.
void explainKept(OpeningPanel& panel) {
    panel.setDiagram(0, {});
    panel.setTotal(tr("Offline"), tr("without a network"));
    panel.setSteps({{Icon::Download,
                     tr("It is kept on this computer"),
                     QString(),
                     tr("Its key nodes signed for how long. Their signatures were checked again."),
                     {}},
                    {Icon::Clock,
                     tr("The time was checked"),
                     QString(),
                     tr("A clock that is turned back makes it last no longer."),
                     {}},
                    {Icon::Lock,
                     tr("Keys are in memory only"),
                     QString(),
                     tr("Unsealed with this computer's key. Wiped when you close the film."),
                     {}},
                    {Icon::ShieldCheck,
                     tr("Every part is checked"),
                     QString(),
                     tr("A part that was changed on the disk is refused, never shown."),
                     {}}});
    panel.setRecordLabel(tr("See the record"));
    panel.setProof(false);
}

}  // namespace

QString nodesAsText(const studio::OpenReport& report) {
    QStringList lines;
    for (const auto& node : report.nodes)
        lines.append(QStringLiteral("%1: %2, %3 ms")
                         .arg(toQString(node.name), toQString(node.code))
                         .arg(node.milliseconds));
    return lines.join(QLatin1Char('\n'));
}

void explainOpening(OpeningPanel& panel, const studio::OpenedFilm& film) {
    const auto& report = film.report;
    const auto& manifest = film.manifest;
    if (report.nodes.empty()) {
        explainKept(panel);
        return;
    }
    panel.setDiagram(static_cast<int>(report.threshold), OpeningCard::nodesOf(report));
    panel.setTotal(tr("%1 s").arg(QLocale().toString(report.totalMs / 1000, 'f', 2)),
                   tr("from your click to the first key"));
    std::size_t parts = 0;
    for (const auto& track : manifest.tracks)
        parts += track.segments.size() + 1;
    qsizetype released = 0;
    QList<OpeningPanel::NodeTime> times;
    for (const auto& node : report.nodes) {
        const bool needed = node.code == "released";
        if (needed) ++released;
        times.append({toQString(node.name), qRound64(node.milliseconds), needed});
    }
    panel.setSteps(
        {{Icon::Shield,
          tr("Its record was checked"),
          format::milliseconds(report.rightsMs),
          tr("The rights log and what %1 signed.").arg(toQString(manifest.creatorName)),
          {}},
         {Icon::Globe,
          tr("The gateway gave a pass"),
          format::milliseconds(report.capabilityMs),
          tr("For this film, this computer and five minutes. It cannot open anything by itself."),
          {}},
         {Icon::Key, tr("%1 of %2 key nodes answered").arg(released).arg(report.nodes.size()),
          format::milliseconds(report.sharesMs), tr("Each checked for itself that you may watch."), times},
         {Icon::Lock,
          tr("Keys are in memory only"),
          QString(),
          tr("Put together on this computer. Wiped when you close the film."),
          {}},
         {Icon::ShieldCheck,
          tr("Every part is checked"),
          QLocale().toString(static_cast<qulonglong>(parts)),
          tr("A part that was changed on the way is refused, never shown."),
          {}}});
    panel.setRecordLabel(tr("See the record"));
    panel.setProof(!report.proof.empty());
}

}  // namespace keyreel::ui
