#include "ui/models/package_words.h"

#include <array>
#include <utility>

#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

constexpr std::array<std::pair<std::string_view, const char*>, 7> kFacts{
    {{"package_part_missing", QT_TRANSLATE_NOOP("keyreel::ui", "A part of this film is missing.")},
     {"package_truncated", QT_TRANSLATE_NOOP("keyreel::ui", "A part of this film is cut off.")},
     {"package_outside", QT_TRANSLATE_NOOP("keyreel::ui", "This film names files outside of its folder.")},
     {"package_unsupported", QT_TRANSLATE_NOOP("keyreel::ui", "This kind of package cannot be opened.")},
     {"package_live", QT_TRANSLATE_NOOP("keyreel::ui", "This is a live broadcast, not a whole film.")},
     {"package_limit", QT_TRANSLATE_NOOP("keyreel::ui", "This film asks for more than any film needs.")},
     {"package_invalid", QT_TRANSLATE_NOOP("keyreel::ui", "The description of this film is damaged.")}}};

}  // namespace

std::optional<Sentence> packageSentence(const Error& error) {
    for (const auto& [code, fact] : kFacts) {
        if (error.code != code) continue;
        QString next = QString::fromStdString(error.what);
        if (!error.next.empty()) next += u' ' + QString::fromStdString(error.next);
        return Sentence{tr(fact), next};
    }
    return std::nullopt;
}

}  // namespace keyreel::ui
