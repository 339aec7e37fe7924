#include "ui/pages/opening_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/models/formats.h"
#include "ui/pages/opening_card.h"
#include "ui/widgets/player_panels.h"

namespace keyreel::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("OpeningWords", text);
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
}

}  // namespace keyreel::ui
