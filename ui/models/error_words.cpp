#include "ui/models/error_words.h"

#include <algorithm>
#include <array>

#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

struct Words {
    std::string_view code;
    const char* fact;
    const char* next;
};

constexpr Words kWords[] = {
    {"file_missing", QT_TRANSLATE_NOOP("keyreel::ui", "The file is not there any more."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Put it back, or choose another one.")},
    {"file_unreadable", QT_TRANSLATE_NOOP("keyreel::ui", "The file cannot be read."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Look at its permissions and at the disk that it is on.")},
    {"file_not_regular", QT_TRANSLATE_NOOP("keyreel::ui", "This is no file that can be read as a film."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Choose a video file.")},
    {"file_unwritable", QT_TRANSLATE_NOOP("keyreel::ui", "A file cannot be written."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Look at the permissions of its folder and at the disk.")},
    {"folder_unwritable", QT_TRANSLATE_NOOP("keyreel::ui", "A folder cannot be written to."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Look at its permissions and at the disk.")},
    {"file_changed", QT_TRANSLATE_NOOP("keyreel::ui", "The file changed while it was being used."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Let the other program finish, then publish it again.")},
    {"media_empty", QT_TRANSLATE_NOOP("keyreel::ui", "The file is empty."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Copy or export the film again.")},
    {"media_not_recognised", QT_TRANSLATE_NOOP("keyreel::ui", "This is no video that Keyreel can read."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Export it as MP4, MOV or MKV.")},
    {"media_truncated", QT_TRANSLATE_NOOP("keyreel::ui", "The end of the file is missing."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Copy or export the film again.")},
    {"media_damaged", QT_TRANSLATE_NOOP("keyreel::ui", "The film is damaged."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Copy or export the film again.")},
    {"media_no_video", QT_TRANSLATE_NOOP("keyreel::ui", "The file has no video track."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Choose a file with pictures.")},
    {"media_no_decoder", QT_TRANSLATE_NOOP("keyreel::ui", "The coding of this film cannot be read here."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Export it as MP4, MOV or MKV.")},
    {"media_too_long", QT_TRANSLATE_NOOP("keyreel::ui", "The film is longer than 24 hours."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Cut it into parts.")},
    {"media_too_large", QT_TRANSLATE_NOOP("keyreel::ui", "The pictures of the film are too large."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Export it smaller.")},
    {"media_protected", QT_TRANSLATE_NOOP("keyreel::ui", "The film is encrypted already."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Choose the unencrypted film.")},
    {"media_worker_crashed",
     QT_TRANSLATE_NOOP("keyreel::ui", "The part that reads films crashed at this one."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Nothing else is touched. Export the film anew, then try again.")},
    {"media_worker_forbidden",
     QT_TRANSLATE_NOOP("keyreel::ui",
                       "This film made the part that reads films do what it may not, so it was stopped."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Nothing else is touched. Do not trust this file.")},
    {"media_worker_memory", QT_TRANSLATE_NOOP("keyreel::ui", "This film takes more memory than it may."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Close other programs and try again, or export it smaller.")},
    {"media_worker_timeout", QT_TRANSLATE_NOOP("keyreel::ui", "Reading this film took too long."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Try again; if it stays, export the film anew.")},
    {"media_worker_killed",
     QT_TRANSLATE_NOOP("keyreel::ui", "The part that reads films was ended from outside."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Try again.")},
    {"preset_unnamed", QT_TRANSLATE_NOOP("keyreel::ui", "A preset needs a name."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Name it, then save it.")},
    {"preset_known", QT_TRANSLATE_NOOP("keyreel::ui", "Another preset has this name."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Choose another name.")},
    {"presets_full", QT_TRANSLATE_NOOP("keyreel::ui", "There are as many presets as there can be."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Delete one, then save this one.")},
    {"presets_unreadable",
     QT_TRANSLATE_NOOP("keyreel::ui", "The list of presets cannot be read or moved away."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Move it away by hand; until then no preset is kept.")},
    {"drafts_full", QT_TRANSLATE_NOOP("keyreel::ui", "There are as many drafts as there can be."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Publish or remove one, then add this film again.")},
    {"drafts_unreadable",
     QT_TRANSLATE_NOOP("keyreel::ui", "The list of drafts cannot be read or moved away."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Move it away by hand; until then no draft is kept.")},
    {"part_missing", QT_TRANSLATE_NOOP("keyreel::ui", "The gateway did not give a part of the film."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Try again.")},
    {"upload_quota",
     QT_TRANSLATE_NOOP("keyreel::ui", "Too much of this computer is on its way to the gateway already."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Let other uploads finish, or cancel one of them.")},
    {"store_full", QT_TRANSLATE_NOOP("keyreel::ui", "The gateway has no room for this film."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Ask whoever runs it, or publish at another gateway.")},
    {"certificate_invalid",
     QT_TRANSLATE_NOOP("keyreel::ui", "The server cannot prove that it is the one that was asked."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Nothing was sent. Look at its address and at this computer's clock.")},
    {"tls_failed", QT_TRANSLATE_NOOP("keyreel::ui", "No protected connection to the server comes about."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Try again; if it stays, another program may answer in its place.")},
    {"bad_response", QT_TRANSLATE_NOOP("keyreel::ui", "The server answered something that makes no sense."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Try again; if it stays, tell whoever runs it.")},
    {"too_few_nodes", QT_TRANSLATE_NOOP("keyreel::ui", "Not enough key nodes answered."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Try again when more of them are back.")},
    {"not_holder",
     QT_TRANSLATE_NOOP("keyreel::ui", "You hold no copy of this film that could be given away."), ""},
    {"transfer_forbidden",
     QT_TRANSLATE_NOOP("keyreel::ui", "The maker does not let copies of this film be passed on."), ""},
    {"grant_revoked",
     QT_TRANSLATE_NOOP("keyreel::ui", "The maker has taken this film back from that account."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Only the maker can let them in again.")},
    {"grant_duplicate", QT_TRANSLATE_NOOP("keyreel::ui", "That account holds a copy already."), ""},
    {"royalty_missing", QT_TRANSLATE_NOOP("keyreel::ui", "You have fewer royalties of this film than that."),
     ""},
    {"royalty_rows",
     QT_TRANSLATE_NOOP("keyreel::ui", "The royalties of this film are split among as many as can be."), ""},
    {"not_delegated", QT_TRANSLATE_NOOP("keyreel::ui", "The maker has not named you as a seller."), ""},
    {"delegation_ended", QT_TRANSLATE_NOOP("keyreel::ui", "Your time to sell this film is over."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Ask its maker for more.")},
    {"delegation_exhausted",
     QT_TRANSLATE_NOOP("keyreel::ui", "You have sold as many copies as its maker allowed."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Ask its maker for more.")},
    {"delegation_outdated",
     QT_TRANSLATE_NOOP("keyreel::ui", "Something later was said about this seller already."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Try again in a moment.")},
    {"not_ready", QT_TRANSLATE_NOOP("keyreel::ui", "Keyreel is not ready yet."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Try again in a moment.")},
    {"internal_error", QT_TRANSLATE_NOOP("keyreel::ui", "Something went wrong inside Keyreel."),
     QT_TRANSLATE_NOOP("keyreel::ui", "Try again; what is finished is kept.")},
    {"cancelled", QT_TRANSLATE_NOOP("keyreel::ui", "This was cancelled."), ""},
};

}  // namespace

std::optional<Sentence> translatedSentence(const std::string& code) {
    const auto* words = std::find_if(std::begin(kWords), std::end(kWords),
                                     [&](const Words& each) { return each.code == code; });
    if (words == std::end(kWords)) return std::nullopt;
    const QString fact = tr(words->fact);
    if (fact == QString::fromUtf8(words->fact)) return std::nullopt;
    return Sentence{fact, *words->next == '\0' ? QString() : tr(words->next)};
}

}  // namespace keyreel::ui
