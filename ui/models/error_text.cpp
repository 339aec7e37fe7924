#include "ui/models/error_text.h"

#include <QStringList>
#include <algorithm>

#include "core/gateway/faults.h"
#include "ui/models/error_words.h"
#include "ui/models/formats.h"
#include "ui/models/package_words.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

QString filmOr(const ErrorContext& context, const char* otherwise) {
    return context.film.isEmpty() ? tr(otherwise) : context.film;
}

QString makerOr(const ErrorContext& context) {
    return context.maker.isEmpty() ? tr("its maker") : context.maker;
}

/// "Helsinki and Lisbon": the nodes that gave this code.
QString nodesWith(const ErrorContext& context, const std::string& code) {
    QStringList names;
    for (const auto& node : context.report.nodes)
        if (node.code == code) names.append(QString::fromStdString(node.name));
    if (names.isEmpty()) return {};
    if (names.size() == 1) return names.first();
    const QString last = names.takeLast();
    return tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
}

bool oneOf(const std::string& code, std::initializer_list<std::string_view> codes) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

Sentence noAccess(const ErrorContext& context) {
    const QString nodes = nodesWith(context, "no_access");
    const QString film = filmOr(context, QT_TRANSLATE_NOOP("keyreel::ui", "This film"));
    const QString fact =
        nodes.isEmpty()
            ? tr("%1 is only for people %2 has let in, and you are not among them yet.")
            : tr("%1 is only for people %2 has let in. %3 looked, and you are not among them yet.");
    return {nodes.isEmpty() ? fact.arg(film, makerOr(context)) : fact.arg(film, makerOr(context), nodes),
            tr("Copy your account and send it to %1. After being let in, try again.").arg(makerOr(context))};
}

/// In English the engine's own words, which have names and numbers in them.
Sentence generalSentence(const Error& error) {
    return translatedSentence(error.code)
        .value_or(Sentence{QString::fromStdString(error.what), QString::fromStdString(error.next)});
}

Sentence tooFew(const Error& error, const ErrorContext& context) {
    const auto& nodes = context.report.nodes;
    if (nodes.empty()) return generalSentence(error);
    const auto answered =
        std::count_if(nodes.begin(), nodes.end(), [](const auto& node) { return node.code == "released"; });
    const auto missing = static_cast<qint64>(context.report.threshold) - answered;
    const QString needs = tr("%1 needs any %2.")
                              .arg(filmOr(context, QT_TRANSLATE_NOOP("keyreel::ui", "This film")),
                                   QString::number(context.report.threshold));
    const QString when =
        missing == 1 ? tr("Your access and your computer are fine; the film opens as soon as one more "
                          "node is back.")
                     : tr("Your access and your computer are fine; the film opens as soon as %1 more "
                          "nodes are back.")
                           .arg(missing);
    return {tr("Only %1 of %2 key nodes answered").arg(answered).arg(nodes.size()), needs + u' ' + when};
}

Sentence changedPart(const ErrorContext& context) {
    const QString what = tr("Playback stopped: this part was changed.");
    const QString rest =
        tr("Keyreel asked for it again, got the same wrong bytes, and did not decrypt them.");
    if (context.faults.empty() || context.faults.back().part == 0)
        return {what, tr("It does not match what %1 signed.").arg(makerOr(context)) + u' ' + rest};
    const auto& fault = context.faults.back();
    const auto seconds = static_cast<qint64>((fault.endMs - fault.startMs + 500) / 1000);
    return {what, tr("The %1 seconds from %2 do not match what %3 signed.")
                          .arg(seconds)
                          .arg(format::clock(static_cast<qint64>(fault.startMs)), makerOr(context)) +
                      u' ' + rest};
}

}  // namespace

QString Sentence::text() const {
    if (next.isEmpty()) return fact;
    return fact + (fact.endsWith(u'.') ? u" "_s : u". "_s) + next;
}

bool isOffline(const Error& error) {
    return gateway::isUnreachable(error) || oneOf(error.code, {"connection_closed", "tls_failed"});
}

QString nodeReason(const std::string& code) {
    if (code == "released") return tr("answered");
    if (code == "not_needed") return tr("not needed");
    if (oneOf(code, {"timeout", "gateway_unreachable", "node_unreachable", "unreachable", "connection_closed",
                     "cancelled"}))
        return tr("no answer");
    if (code == "no_access") return tr("refused: you are not let in yet");
    if (code == "stale_replica") return tr("refused: its copy of the rights log is old");
    if (code == "device_revoked") return tr("refused: this computer was revoked");
    if (code == "device_unknown") return tr("does not know this computer yet");
    if (code == "busy") return tr("busy");
    if (code == "rate_limited") return tr("asked too often");
    if (code == "share_mismatch") return tr("sent a share that is not the maker's");
    return tr("refused (%1)").arg(QString::fromStdString(code));
}

Sentence sentenceOf(const Error& error, const ErrorContext& context) {
    const std::string& code = error.code;
    if (code == "no_access") return noAccess(context);
    if (code == "too_few_nodes") return tooFew(error, context);
    if (code == "device_revoked")
        return {tr("This computer was revoked."),
                tr("To use it again, restore your identity from the 24 words or a recovery kit.")};
    if (code == "bad_code")
        return {tr("This is not a code"),
                tr("It is 16 letters and digits, as the other computer shows them.")};
    if (code == "code_unknown")
        return {
            tr("No computer shows this code now"),
            tr("A code is good for ten minutes, and both computers have to use the same gateway. Let it show "
               "a new one.")};
    if (code == "device_own") return {tr("That computer is yours already"), QString()};
    if (code == "phrase_other_account")
        return {tr("These words are somebody else's"), QString::fromStdString(error.what)};
    if (code == "lease_ended")
        return {
            tr("The days for watching %1 offline are over.")
                .arg(filmOr(context, QT_TRANSLATE_NOOP("keyreel::ui", "this film"))),
            tr("Connect to the network and renew it. The film itself is still here; nothing is downloaded "
               "twice.")};
    if (code == "lease_missing")
        return {tr("This film is not kept for watching offline."),
                tr("Open its page while you are connected.")};
    if (code == "lease_damaged")
        return {tr("What was kept of this film for watching offline is damaged."),
                tr("Connect to the network and keep it anew.")};
    if (code == "offline_forbidden")
        return {tr("Its maker does not let it be kept for watching offline."), QString()};
    if (code == "device_unknown")
        return {tr("A key node does not know this computer yet."),
                tr("New devices take up to a minute. Try again.")};
    if (oneOf(code, {"cap_expired", "pop_stale", "signature_stale"}))
        return {tr("This computer's clock and the network's do not agree."),
                tr("Set the clock of this computer, then try again.")};
    if (oneOf(code, {"pop_missing", "pop_invalid", "replayed", "cap_invalid"}))
        return {tr("A key node did not accept this computer's proof. Nothing was opened."), tr("Try again.")};
    if (code == "share_mismatch")
        return {tr("A key node sent a share that is not the maker's. It was not used."),
                tr("The film opens with the other nodes. Try again.")};
    if (code == "stale_replica")
        return {tr("A key node's copy of the rights log is old, so it refused, as it should."),
                tr("Try again in a minute.")};
    if (code == "busy") return {tr("A key node is busy."), tr("Try again in a few seconds.")};
    if (code == "rate_limited") return {tr("This was asked for too often."), tr("Try again in a minute.")};
    if (code == "part_changed") return changedPart(context);
    if (code == "preview_changed")
        return {tr("The preview was changed on its way."),
                tr("It does not match what %1 signed, and nothing of it is shown.").arg(makerOr(context))};
    if (auto words = packageSentence(error)) return *words;
    if (code == "key_wrong" && context.takesKeys)
        return {
            tr("The key does not open this film."),
            tr("What it gives is no picture and no sound. Look whether it is the key of this very film.")};
    if (code == "key_missing" && context.takesKeys)
        return {tr("This film is protected."), QString::fromStdString(error.what)};
    if (code == "key_wrong")
        return {
            tr("The key does not open %1.")
                .arg(filmOr(context, QT_TRANSLATE_NOOP("keyreel::ui", "this film"))),
            tr("Nothing of it was shown: what the key gives is no picture and no sound. Tell %1, who made "
               "it.")
                .arg(makerOr(context))};
    if (code == "key_missing")
        return {
            tr("A key of %1 is missing.").arg(filmOr(context, QT_TRANSLATE_NOOP("keyreel::ui", "this film"))),
            tr("Tell %1, who made it.").arg(makerOr(context))};
    if (code == "keyring_locked" || code == "vault_locked")
        return {tr("Your keyring is locked."),
                tr("Unlock it to go on. Your system asks for its password; Keyreel never sees it.")};
    if (code == "locked_by_you")
        return {tr("Keyreel is locked, and your keyring with it."),
                tr("Unlock it to publish and to open films. Your system asks for its password; Keyreel never "
                   "sees it.")};
    if (code == "audit_busy")
        return {tr("Another Keyreel program is at work for this profile."),
                tr("Let it finish or close it, then try again. Your films and drafts are safe.")};
    if (code == "keyring_no_service")
        return {tr("No system keyring answers, so there is nowhere safe for your key."),
                tr("Install or start a system keyring (KWallet or GNOME Keyring), then try again.")};
    if (code == "service_failed")
        return {tr("The gateway or a key node on this computer did not start."),
                tr("Your library and drafts are here; another program may have its address. Try again.") +
                    u' ' + QString::fromStdString(error.next)};
    if (code == "keyring_denied")
        return {tr("The system keyring refused."), tr("Allow Keyreel to use it, then try again.")};
    if (oneOf(code, {"log_fork", "log_conflict", "log_rollback"}))
        return {tr("Two copies of the rights log contradict each other."),
                tr("Nothing is opened or published until that is settled. Both copies were saved.")};
    if (code == "gateway_unreachable" || code == "timeout")
        return {tr("The gateway does not answer."),
                tr("What is finished is kept; try again when it is back.")};
    if (code == "asset_unknown")
        return {tr("No film has this link."), tr("Ask whoever sent it for the whole link.")};
    if (code == "asset_unpublished")
        return {tr("%1 is not published any more.")
                    .arg(filmOr(context, QT_TRANSLATE_NOOP("keyreel::ui", "This film"))),
                tr("Ask %1 about it.").arg(makerOr(context))};
    if (code == "bad_link")
        return {tr("This is not a film link."), tr("A film link begins with keyreel:// and a name.")};
    if (code == "bad_account")
        return {tr("This is not an account."),
                tr("An account begins with did:key:z6Mk. Its owner finds it under Keys & devices.")};
    if (code == "not_creator")
        return {tr("Only the maker of a film can change who may watch it."), QString()};
    if (code == "disk_full")
        return {QString::fromStdString(error.what),
                tr("Make room on this disk, then try again. Nothing is lost.")};
    return generalSentence(error);
}

}  // namespace keyreel::ui
