#include "ui/pages/export_keys_sheet.h"

#include <QDir>
#include <QFileDialog>
#include <QVBoxLayout>

#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

ExportKeysSheet::ExportKeysSheet(OwnFilms& own, const QString& link, const QString& title)
    : Sheet(tr("Export the keys of %1").arg(title)),
      m_own(own),
      m_link(link),
      m_title(title),
      m_problem(new Label({}, Type::Small, Role::Error)) {
    setObjectName(u"exportkeys"_s);
    setIcon(Icon::Key, Tone::Error);
    setSentence(
        tr("The file holds the film's content keys in the clear, as a CPIX document that other DRM systems "
           "read."));
    auto* facts = new FactList;
    facts->addFact(Icon::Warning, tr("Whoever reads it"), tr("can decrypt the film, for good."), Tone::Warn);
    facts->addFact(Icon::Lock, tr("The file"), tr("is new; only your account here may read it."), Tone::Ok);
    facts->addFact(Icon::Activity, tr("Your record"), tr("says that the keys were exported, and when."),
                   Tone::Ok);
    body()->addWidget(facts);
    auto* agreed = new CheckTile(tr("I know that this file opens the film."),
                                 tr("It is mine to keep safe, or to delete when it has been handed over."));
    agreed->setObjectName(u"exportkeys.agree"_s);
    body()->addWidget(agreed);
    m_problem->setObjectName(u"exportkeys.problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    body()->addWidget(m_problem);
    m_write = addAct(tr("Write keys in the clear..."), Button::Kind::DangerFill, Icon::None, false);
    m_write->setObjectName(u"exportkeys.write"_s);
    addWayOut(tr("Keep them with the nodes"))->setObjectName(u"exportkeys.back"_s);
    const auto follow = [this, agreed]() {
        m_write->setDisabledReason(agreed->isChecked() ? QString() : tr("Tick the sentence above first"));
    };
    connect(agreed, &QAbstractButton::toggled, this, follow);
    follow();
    connect(m_write, &QPushButton::clicked, this, &ExportKeysSheet::chooseFile);
    connect(&m_own, &OwnFilms::keysExported, this, [this](const QString& of) {
        if (of == m_link) accept();
    });
    connect(&m_own, &OwnFilms::exportFailed, this, [this](const QString& of, const Error& error) {
        if (of != m_link) return;
        m_write->setLoading(false);
        m_problem->setText(format::plain(sentenceOf(error, {m_title, {}, {}}).text()));
        m_problem->show();
    });
}

void ExportKeysSheet::chooseFile() {
    if (m_write->isLoading()) return;
    m_problem->hide();
    auto* dialog = new QFileDialog(this, tr("Write the keys to"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setDefaultSuffix(u"xml"_s);
    dialog->setNameFilters({tr("CPIX documents (*.xml)")});
    dialog->selectFile(format::fileName(m_title) + u".cpix.xml"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_write->setLoading(true);
        m_own.exportKeys(m_link, file);
    });
    dialog->open();
}

}  // namespace keyreel::ui
