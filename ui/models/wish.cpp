#include "ui/models/wish.h"

#include <QFileInfo>
#include <QUrl>
#include <algorithm>

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr QByteArrayView kPlay = "play";
constexpr QByteArrayView kOpen = "open";

bool isLinkTarget(const QString& target) {
    return target.startsWith(u"keyreel:"_s);
}

/// Desktops give files as addresses.
QString targetOf(const QString& argument) {
    if (isLinkTarget(argument)) return argument;
    const QUrl address(argument);
    return QFileInfo(address.isLocalFile() ? address.toLocalFile() : argument).absoluteFilePath();
}

}  // namespace

Result<Wish> Wish::of(const QStringList& arguments, bool play) {
    Wish wish;
    for (const QString& argument : arguments)
        if (!argument.isEmpty()) wish.targets.append(targetOf(argument));
    if (wish.targets.size() > 1 && std::any_of(wish.targets.cbegin(), wish.targets.cend(), isLinkTarget))
        return fail("wish_invalid", "A link is opened alone.", "Give one link, or files and folders.");
    if (wish.targets.size() > kMostTargets)
        return fail("wish_invalid",
                    "There are more than " + std::to_string(kMostTargets) + " files to open at once.",
                    "Give the folder that they are in.");
    wish.play = play && !wish.isLink();
    return wish;
}

bool Wish::isLink() const {
    return !targets.isEmpty() && isLinkTarget(targets.front());
}

QByteArray Wish::toBytes() const {
    QByteArray bytes;
    const auto add = [&bytes](QByteArrayView field) { bytes.append(field).append('\0'); };
    add(play ? kPlay : kOpen);
    for (const QString& target : targets)
        add(target.toUtf8());
    add({});
    return bytes;
}

std::optional<Wish> Wish::fromBytes(const QByteArray& bytes) {
    QList<QByteArray> fields = bytes.split('\0');
    // Behind the last field's end is nothing, and the last field is empty.
    if (fields.size() < 3 || !fields.takeLast().isEmpty() || !fields.takeLast().isEmpty())
        return std::nullopt;
    const QByteArray kind = fields.takeFirst();
    if ((kind != kPlay && kind != kOpen) || fields.size() > kMostTargets) return std::nullopt;
    Wish wish;
    wish.play = kind == kPlay;
    for (const QByteArray& field : std::as_const(fields)) {
        if (field.isEmpty()) return std::nullopt;
        wish.targets.append(QString::fromUtf8(field));
    }
    return wish;
}

}  // namespace keyreel::ui
