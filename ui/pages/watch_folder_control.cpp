#include "ui/pages/watch_folder_control.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontMetrics>
#include <QHBoxLayout>

#include "ui/models/watch_folder.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kNameWidth = 180;
}

WatchFolderControl::WatchFolderControl(WatchFolder& watch, QWidget* parent)
    : QWidget(parent), m_watch(watch) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_name = new Label({}, Type::Small, Role::Text2);
    m_name->setObjectName(u"settings.watch.folder"_s);
    row->addWidget(m_name);
    m_stop = new Button(tr("Stop"), Button::Kind::Ghost);
    m_stop->setObjectName(u"settings.watch.stop"_s);
    m_stop->setAccessibleName(tr("Watch no folder"));
    connect(m_stop, &QPushButton::clicked, this, [this]() {
        m_choose->setFocus(Qt::OtherFocusReason);
        m_watch.setFolder({});
    });
    row->addWidget(m_stop);
    m_choose = new Button(tr("Choose..."), Button::Kind::Secondary, Icon::Folder);
    m_choose->setObjectName(u"settings.watch.choose"_s);
    m_choose->setAccessibleName(tr("Choose the watched folder..."));
    connect(m_choose, &QPushButton::clicked, this, &WatchFolderControl::choose);
    row->addWidget(m_choose);
    connect(&m_watch, &WatchFolder::changed, this, &WatchFolderControl::follow);
    follow();
}

void WatchFolderControl::choose() {
    auto* dialog = new QFileDialog(this, tr("Choose a folder to watch"), m_watch.folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { m_watch.setFolder(QDir(folder).absolutePath()); });
    dialog->open();
}

void WatchFolderControl::follow() {
    const bool none = m_watch.folder().isEmpty();
    const QString name =
        QFontMetrics(Theme::font(Type::Small))
            .elidedText(QFileInfo(m_watch.folder()).fileName(), Qt::ElideMiddle, Theme::scaled(kNameWidth));
    m_name->setText(none ? tr("None") : m_watch.isThere() ? name : tr("%1 is not there now").arg(name));
    m_name->setToolTip(m_watch.folder());
    m_stop->setVisible(!none);
}

}  // namespace keyreel::ui
