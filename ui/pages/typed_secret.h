#pragma once

#include <QByteArray>
#include <QString>

#include "core/base/secret_bytes.h"

namespace keyreel::ui {

/// What was typed, out of the field into memory that is wiped.
inline SecretBytes secretOf(const QString& text) {
    QByteArray typed = text.toUtf8();
    SecretBytes secret = SecretBytes::copyOf(
        {reinterpret_cast<const std::uint8_t*>(typed.constData()), static_cast<std::size_t>(typed.size())});
    wipe({reinterpret_cast<std::uint8_t*>(typed.data()), static_cast<std::size_t>(typed.size())});
    return secret;
}

}  // namespace keyreel::ui
