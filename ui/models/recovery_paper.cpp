#include "ui/models/recovery_paper.h"

#include <QFile>
#include <QLocale>
#include <QPageSize>
#include <QPdfWriter>
#include <algorithm>
#include <string_view>

#include "ui/models/engine.h"
#include "ui/models/formats.h"
#include "ui/theme/print_colours.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr qreal kMarginMm = 18;
constexpr qreal kCodeSide = 176;
constexpr int kQuiet = 4;  // ISO/IEC 18004 section 6.3.8
constexpr int kColumns = 3;
constexpr qreal kRow = 25;

QFont fontOf(int size, bool strong = false) {
    QFont font;
    font.setFamilies({u"Inter"_s, u"Liberation Sans"_s, u"Noto Sans CJK SC"_s});
    font.setPixelSize(size);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

/// Draws below `top`, wrapped to the width of `box`; returns where the text ends.
qreal write(QPainter& p, const QRectF& box, qreal top, const QString& text, const QFont& font) {
    p.setFont(font);
    QRectF used;
    p.drawText(QRectF(box.left(), top, box.width(), box.bottom() - top),
               Qt::TextWordWrap | Qt::TextWrapAnywhere | Qt::AlignLeft | Qt::AlignTop, text, &used);
    return used.bottom();
}

void paintCode(QPainter& p, const QRectF& box, const identity::QrCode& code) {
    const qreal module = box.width() / static_cast<qreal>(code.width + 2 * kQuiet);
    for (std::size_t y = 0; y < code.width; ++y)
        for (std::size_t x = 0; x < code.width; ++x)
            if (code.dark(x, y))
                p.fillRect(QRectF(box.left() + module * static_cast<qreal>(x + kQuiet),
                                  box.top() + module * static_cast<qreal>(y + kQuiet), module, module),
                           inkColour());
}

/// Returns where the words end.
qreal paintWords(QPainter& p, const QRectF& box, qreal top, const SecretBytes& phrase) {
    std::string_view rest = asText(phrase.view());
    const auto count = static_cast<int>(1 + std::count(rest.begin(), rest.end(), ' '));
    const int rows = (count + kColumns - 1) / kColumns;
    const qreal width = box.width() / kColumns;
    for (int i = 0; i < count; ++i) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const QRectF cell(box.left() + width * (i / rows), top + kRow * (i % rows), width, kRow);
        p.setFont(fontOf(9));
        p.drawText(cell.adjusted(0, 0, 22 - width, 0), Qt::AlignRight | Qt::AlignVCenter,
                   QString::number(i + 1));
        p.setFont(fontOf(14, true));
        p.drawText(cell.adjusted(32, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                   QString::fromLatin1(rest.data(), static_cast<qsizetype>(end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return top + kRow * rows;
}

Error notWritten(const QString& file) {
    return {"file_write", "The page could not be written to " + toStdString(file) + ".",
            "Choose another folder, or make room on the disk."};
}

}  // namespace

void paintRecoveryPaper(QPainter& p, const QRectF& page, const RecoveryPaper& paper) {
    p.fillRect(page, paperColour());
    p.setPen(inkColour());
    qreal y = write(p, page, page.top(), tr("Keyreel recovery page"), fontOf(20, true)) + 6;
    y = write(
            p, page, y,
            tr("These words are this identity. Keep the page where you keep papers that cannot be replaced, "
               "and photograph it with nothing."),
            fontOf(11)) +
        16;
    const QRectF code(page.right() - kCodeSide, y, kCodeSide, kCodeSide);
    paintCode(p, code, paper.code);
    const QRectF facts(page.left(), y, code.left() - page.left() - 12, kCodeSide);
    for (const auto& [key, value] : {std::pair(tr("Name"), paper.name),
                                     {tr("Account"), paper.account},
                                     {tr("Fingerprint"), paper.fingerprint},
                                     {tr("Made"), format::day(paper.made)}}) {
        y = write(p, facts, y, key, fontOf(10, true)) + 1;
        y = write(p, facts, y, value, fontOf(11)) + 8;
    }
    y = paintWords(p, page, std::max(y, code.bottom()) + 16, paper.phrase) + 18;
    y = write(p, page, y, tr("To restore"), fontOf(11, true)) + 2;
    write(p, page, y,
          tr("Choose Restore when Keyreel starts on a computer without your identity, and give the words in "
             "this order. The square holds the same words. The restored computer is a new device; revoke the "
             "lost one under Keys & devices."),
          fontOf(11));
}

Status writeRecoveryPdf(const RecoveryPaper& paper, const QString& file) {
    QFile out(file);
    if (out.exists())
        return fail("file_exists", toStdString(file) + " exists already and is left as it is.",
                    "Choose another name, or remove it first.");
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                  QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return tl::unexpected<Error>(notWritten(file));
    QPdfWriter pdf(&out);
    pdf.setTitle(tr("Keyreel recovery page"));
    pdf.setPageSize(QPageSize(QLocale().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter
                                                                                         : QPageSize::A4));
    pdf.setPageMargins({kMarginMm, kMarginMm, kMarginMm, kMarginMm}, QPageLayout::Millimeter);
    QPainter p;
    const bool begun = p.begin(&pdf);
    if (begun) {
        const qreal scale = pdf.resolution() / 72.0;
        p.scale(scale, scale);
        paintRecoveryPaper(p, {QPointF(), pdf.pageLayout().paintRect(QPageLayout::Point).size()}, paper);
    }
    const bool ended = begun && p.end() && out.error() == QFileDevice::NoError && out.size() > 0;
    out.close();
    if (ended && out.error() == QFileDevice::NoError) return {};
    out.remove();
    return tl::unexpected<Error>(notWritten(file));
}

}  // namespace keyreel::ui
