#include "ui/models/draft_quality.h"

#include <algorithm>
#include <array>
#include <functional>

#include "core/media/ladder.h"
#include "ui/models/formats.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

constexpr std::array<quint32, 4> kLadder{1080, 720, 480, 360};

quint32 ownHeight(const media::MediaInfo& info) {
    return info.video().height & ~1U;
}

bool has(const Draft& draft, quint32 height) {
    return std::find(draft.ladder.begin(), draft.ladder.end(), height) != draft.ladder.end();
}

void sortLadder(Draft& draft) {
    std::sort(draft.ladder.begin(), draft.ladder.end(), std::greater<>());
    draft.ladder.erase(std::unique(draft.ladder.begin(), draft.ladder.end()), draft.ladder.end());
}

}  // namespace

QList<QualityChoice> qualityChoices(const Draft& draft, const media::MediaInfo& info) {
    QList<QualityChoice> choices;
    const quint32 own = ownHeight(info);
    if (own < media::kMinRungHeight) return choices;
    const bool keepable = media::maySourceBeKept(info);
    const auto add = [&](quint32 height, bool source) {
        const auto estimate = media::estimateFilm(info, {height}, source);
        const bool chosen = has(draft, height) && (height != own || draft.keepSource == source);
        choices.append({height, source, chosen, {}, estimate.pictures.front().size});
    };
    if (keepable) add(own, true);
    if (!keepable || std::find(kLadder.begin(), kLadder.end(), own) != kLadder.end()) add(own, false);
    for (const quint32 height : kLadder)
        if (height < own) add(height, false);
    const auto chosen = std::count_if(choices.cbegin(), choices.cend(),
                                      [](const QualityChoice& choice) { return choice.isChosen; });
    for (QualityChoice& choice : choices) {
        if (choice.isChosen && chosen == 1)
            choice.whyFixed = tr("One picture has to stay");
        else if (!choice.isSource && choice.height == own && draft.keepSource)
            choice.whyFixed = tr("The video itself has this height");
    }
    return choices;
}

void setAdaptive(Draft& draft, const media::MediaInfo& info, bool adaptive) {
    draft.ladder.clear();
    draft.keepSource = false;
    if (!adaptive) return;
    draft.keepSource = media::maySourceBeKept(info);
    const auto choices = qualityChoices(draft, info);
    for (const QualityChoice& choice : choices)
        draft.ladder.push_back(choice.height);
    sortLadder(draft);
}

void chooseQuality(Draft& draft, const media::MediaInfo& info, const QualityChoice& choice, bool on) {
    Draft changed = draft;
    const bool own = choice.height == ownHeight(info);
    if (on) {
        changed.ladder.push_back(choice.height);
        if (own) changed.keepSource = choice.isSource;
        sortLadder(changed);
    } else {
        std::erase(changed.ladder, choice.height);
        if (own) changed.keepSource = false;
    }
    if (!changed.ladder.empty()) draft = changed;
}

void fitQuality(Draft& draft, const media::MediaInfo& info) {
    if (draft.ladder.empty()) return;
    const bool keep = draft.keepSource && media::maySourceBeKept(info);
    const quint32 own = ownHeight(info);
    // What was the video itself is the video itself again, or made anew at its height.
    if (draft.keepSource) draft.ladder.front() = own;
    draft.keepSource = keep;
    const auto choices = qualityChoices(draft, info);
    std::erase_if(draft.ladder, [&](quint32 height) {
        return std::none_of(choices.cbegin(), choices.cend(),
                            [height](const QualityChoice& choice) { return choice.height == height; });
    });
    sortLadder(draft);
    if (draft.ladder.empty()) draft.keepSource = false;
}

media::MediaInfo partOf(const Draft& draft, media::MediaInfo info) {
    if (draft.part.isWhole()) return info;
    const double end = draft.part.to > 0 ? static_cast<double>(draft.part.to) / 1000 : info.durationSeconds;
    media::keepPart(info, static_cast<double>(draft.part.from) / 1000, end);
    return info;
}

void fitPart(Draft& draft, const media::MediaInfo& info) {
    const auto length = static_cast<qint64>(info.durationSeconds * 1000);
    if (length <= 0 || draft.part.from >= length) draft.part = {};
    if (draft.part.to >= length) draft.part.to = 0;
}

QString qualityWords(const Draft& draft) {
    if (draft.ladder.empty()) return tr("As it is");
    QStringList heights;
    for (const quint32 height : draft.ladder)
        heights.append(format::pictureHeight(height));
    if (draft.keepSource) heights.front() = tr("%1 as it is").arg(heights.front());
    return heights.join(QStringLiteral(", "));
}

QString sizeWords(const media::SizeEstimate& size) {
    const QString likely = format::size(size.likely);
    const QString most = format::size(size.most);
    return likely == most ? tr("About %1").arg(likely) : tr("About %1, at most %2").arg(likely, most);
}

}  // namespace keyreel::ui
