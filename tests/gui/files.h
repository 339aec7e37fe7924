#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace keyreel::gui_test {

/// Makes a file of `content`, and gives its path; empty when it could not.
inline QString written(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) return {};
    return path;
}

}  // namespace keyreel::gui_test
