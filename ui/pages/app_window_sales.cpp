#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/models/sales.h"
#include "ui/pages/app_window.h"
#include "ui/pages/asset_page.h"
#include "ui/pages/open_link_page.h"
#include "ui/pages/player_page.h"
#include "ui/shell/sheet.h"
#include "ui/shell/toast_host.h"

// Orders of films that are sold go from person to person as files: the window signs them, writes them and
// answers them.

namespace keyreel::ui {

using namespace Qt::StringLiterals;

void AppWindow::connectSales() {
    connect(m_openLink, &OpenLinkPage::orderRequested, this, &AppWindow::saveOrder);
    connect(m_openLink, &OpenLinkPage::previewRequested, this,
            [this](const QString& link, const std::shared_ptr<const studio::FilmFacts>& facts) {
                showPage(u"player"_s);
                m_player->openPreview(link, facts, m_openLink->still());
            });
    connect(m_asset, &AssetPage::previewRequested, this,
            [this](const QString& link, const std::shared_ptr<const studio::FilmFacts>& facts) {
                showPage(u"player"_s);
                m_player->openPreview(link, facts, m_library.still(link));
            });
    connect(m_player, &PlayerPage::watchRequested, this, &AppWindow::playFilm);
    connect(m_player, &PlayerPage::orderRequested, this, &AppWindow::saveOrder);
    connect(m_asset, &AssetPage::sellRequested, this, &AppWindow::openOrder);
    connect(m_sales, &Sales::ordered, this, [this](const QString& link, const QString& file) {
        m_openLink->showOrdered(link, QFileInfo(file).fileName());
        toasts()->show(tr("Order written: %1").arg(QFileInfo(file).fileName()), Icon::Check);
    });
    connect(m_sales, &Sales::sold, this, [this](const QString&, const QString& buyer) {
        toasts()->show(tr("%1 may open it now").arg(format::shortAccount(buyer)), Icon::Check);
        m_engine.refreshRights();
    });
    const auto showProblem = [this](const QString& title, const Error& error) {
        auto* sheet = new Sheet(title);
        sheet->setObjectName(u"salefailed"_s);
        sheet->setIcon(Icon::Warning, Tone::Error);
        sheet->setSentence(format::plain(sentenceOf(error).text()));
        sheet->addWayOut(tr("Close"));
        openSheet(sheet);
    };
    connect(m_sales, &Sales::orderFailed, this, [showProblem](const QString&, const Error& error) {
        showProblem(tr("The order was not written"), error);
    });
    connect(m_sales, &Sales::saleFailed, this, [showProblem](const QString&, const Error& error) {
        showProblem(tr("Nobody was let in by this order"), error);
    });
}

void AppWindow::saveOrder(const QString& link, const QString& title) {
    auto* dialog = new QFileDialog(this, tr("Where the signed order goes"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Orders (*.%1)").arg(QLatin1String(kOrderEnding)), tr("All files (*)")});
    dialog->setDefaultSuffix(QLatin1String(kOrderEnding));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(format::fileName(title) + u'.' + QLatin1String(kOrderEnding));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, link](const QString& file) { m_sales->order(link, file); });
    dialog->open();
}

void AppWindow::openOrder(const QString& link) {
    auto* dialog = new QFileDialog(this, tr("Choose the buyer's order"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Orders (*.%1)").arg(QLatin1String(kOrderEnding)), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, link](const QString& file) { m_sales->sell(link, file); });
    dialog->open();
}

}  // namespace keyreel::ui
