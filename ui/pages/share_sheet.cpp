#include "ui/pages/share_sheet.h"

#include <QVBoxLayout>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "core/identity/qr_code.h"
#include "ui/models/engine.h"
#include "ui/models/formats.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/button.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/qr_view.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kCodeSide = 280;

}  // namespace

void showQr(QrView& view, const QString& text) {
    std::vector<bool> modules;
    const auto qr = identity::qrCodeOf(asBytes(toStdString(text)));
    if (!qr) {
        view.setModules(0, {});
        return;
    }
    modules.reserve(qr->width * qr->width);
    for (std::size_t y = 0; y < qr->width; ++y)
        for (std::size_t x = 0; x < qr->width; ++x)
            modules.push_back(qr->dark(x, y));
    view.setModules(static_cast<int>(qr->width), std::move(modules));
}

Sheet* makeShareSheet(const QString& title, const QString& link) {
    auto* sheet = new Sheet(tr("Share %1").arg(title));
    sheet->setObjectName(u"share"_s);
    sheet->setSentence(
        tr("Whoever opens it with Keyreel sees what the film is. Whether it opens is decided by what you "
           "allowed."));
    auto* code = new QrView(kCodeSide);
    code->setObjectName(u"share.qr"_s);
    code->setAccessibleName(tr("The link as a QR code"));
    showQr(*code, link);
    sheet->body()->addWidget(code, 0, Qt::AlignHCenter);
    auto* field = new CopyField(tr("Share link"));
    field->setObjectName(u"share.link"_s);
    field->copyButton()->setObjectName(u"share.copy"_s);
    field->setValue(link);
    sheet->body()->addWidget(field);
    sheet->addWayOut(tr("Close"));
    return sheet;
}

}  // namespace keyreel::ui
