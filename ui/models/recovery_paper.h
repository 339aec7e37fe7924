#pragma once

#include <QPainter>
#include <QString>

#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/identity/qr_code.h"

namespace keyreel::ui {

/// What stands on the page to print: whoever has it has the identity.
struct RecoveryPaper {
    QString name;
    QString account;
    QString fingerprint;
    qint64 made = 0;     ///< Unix seconds.
    SecretBytes phrase;  ///< Words with one space between them.
    identity::QrCode code;
};

/// Paints it black on white, in points (1/72 inch), into `page` of any device: a printer, a PDF, a preview.
/// The words become text only while they are painted. Thread: any.
void paintRecoveryPaper(QPainter& p, const QRectF& page, const RecoveryPaper& paper);

/// As a new PDF of one page that only this account may read. Codes: `file_exists`, `file_write`. Thread: any.
Status writeRecoveryPdf(const RecoveryPaper& paper, const QString& file);

}  // namespace keyreel::ui
