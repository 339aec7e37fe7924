#include "ui/pages/kit_sheet.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "core/identity/recovery_kit.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/models/recovery_kits.h"
#include "ui/pages/typed_secret.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

QString inDocuments(const QString& name) {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name);
}

/// The first name of `stem.suffix`, `stem-2.suffix`, ... that is free.
QString freeName(const QString& stem, const QString& suffix) {
    QString path = inDocuments(stem + u'.' + suffix);
    for (int i = 2; QFileInfo::exists(path) && i < 1000; ++i)
        path = inDocuments(stem + u'-' + QString::number(i) + u'.' + suffix);
    return path;
}

class KitMaking : public QWidget {
public:
    KitMaking(RecoveryKits& kits, Sheet& sheet);
    [[nodiscard]] QWidget* first() const { return m_password->edit(); }

private:
    void choose(const QString& title, const QString& file, const QStringList& filters,
                std::function<void(const QString&)> chosen);
    void make();
    void showMade(const QString& file);
    void savePage();
    void print(const std::shared_ptr<const RecoveryPaper>& paper);
    void fail(const Error& error);
    void tell(const QString& words, Role role);

    RecoveryKits& m_kits;
    Sheet& m_sheet;
    QWidget* m_wish;
    Field* m_file;
    Field* m_password;
    Field* m_again;
    CheckRow* m_drafts;
    FactList* m_facts;
    Label* m_note;
    Button* m_make;
    Button* m_print = nullptr;
    Button* m_save = nullptr;
    Button* m_out;
};

KitMaking::KitMaking(RecoveryKits& kits, Sheet& sheet) : m_kits(kits), m_sheet(sheet) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    m_wish = new QWidget;
    auto* wish = new QVBoxLayout(m_wish);
    wish->setContentsMargins(0, 0, 0, 0);
    wish->setSpacing(12);
    auto* where = new QHBoxLayout;
    where->setSpacing(10);
    m_file = new Field(ui::tr("File of the kit"));
    m_file->setObjectName(u"kit.file"_s);
    m_file->setIcon(Icon::RecoveryKit);
    m_file->setText(freeName(u"Keyreel"_s, u"keyreel-kit"_s));
    where->addWidget(m_file, 1);
    auto* choose = new Button(ui::tr("Choose..."), Button::Kind::Secondary, Icon::Folder);
    choose->setObjectName(u"kit.choose"_s);
    where->addWidget(choose, 0, Qt::AlignBottom);
    wish->addLayout(where);
    m_password = new Field(ui::tr("A password for it"));
    m_password->setObjectName(u"kit.password"_s);
    m_password->setSecret(true);
    m_password->setHint(ui::tr("%1 characters or more; a few words that nobody guesses. Nobody can reset it.")
                            .arg(identity::kMinKitPassword));
    wish->addWidget(m_password);
    m_again = new Field(ui::tr("The same once more"));
    m_again->setObjectName(u"kit.again"_s);
    m_again->setSecret(true);
    wish->addWidget(m_again);
    m_drafts = new CheckRow(ui::tr("Drafts and library come along"));
    m_drafts->setObjectName(u"kit.drafts"_s);
    m_drafts->setChecked(true);
    wish->addWidget(m_drafts);
    column->addWidget(m_wish);
    m_facts = new FactList;
    m_facts->setObjectName(u"kit.facts"_s);
    m_facts->hide();
    column->addWidget(m_facts);
    m_note = new Label({});
    m_note->setObjectName(u"kit.note"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    column->addWidget(m_note);
    m_make = sheet.addAct(ui::tr("Make the kit"), Button::Kind::Primary, Icon::RecoveryKit, false);
    m_make->setObjectName(u"kit.make"_s);
    m_out = sheet.addWayOut(ui::tr("Back"));
    m_out->setObjectName(u"kit.close"_s);
    connect(choose, &QPushButton::clicked, this, [this]() {
        this->choose(ui::tr("Where to put the recovery kit"), m_file->text(),
                     {ui::tr("Recovery kits (*.keyreel-kit)"), ui::tr("All files (*)")},
                     [this](const QString& path) {
                         m_file->setText(path);
                         m_file->setError({});
                     });
    });
    connect(m_make, &QPushButton::clicked, this, [this]() { make(); });
    for (Field* field : {m_file, m_password, m_again}) {
        connect(field, &Field::returnPressed, this, [this]() { make(); });
        connect(field, &Field::textEdited, field, [field]() { field->setError({}); });
    }
    connect(&m_kits, &RecoveryKits::made, this, [this](const QString& file) { showMade(file); });
    connect(&m_kits, &RecoveryKits::makeFailed, this, [this](const Error& error) { fail(error); });
    connect(&m_kits, &RecoveryKits::paperReady, this,
            [this](const std::shared_ptr<const RecoveryPaper>& paper) { print(paper); });
    connect(&m_kits, &RecoveryKits::pageWritten, this, [this](const QString& file) {
        m_save->setLoading(false);
        tell(ui::tr("The page is in %1. Print it, then delete the file: it holds the words in clear.")
                 .arg(QDir::toNativeSeparators(file)),
             Role::Text);
    });
    connect(&m_kits, &RecoveryKits::paperFailed, this, [this](const Error& error) { fail(error); });
}

void KitMaking::choose(const QString& title, const QString& file, const QStringList& filters,
                       std::function<void(const QString&)> chosen) {
    auto* dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);  // Nothing is ever written over.
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(QFileInfo(file).suffix());
    dialog->setDirectory(QFileInfo(file).absolutePath());
    dialog->selectFile(QFileInfo(file).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, std::move(chosen));
    dialog->open();
}

void KitMaking::make() {
    if (m_make->isLoading() || m_make->isHidden()) return;
    const QString file = m_file->text().trimmed();
    m_file->setError(file.isEmpty()            ? ui::tr("Needed")
                     : QFileInfo::exists(file) ? ui::tr("There is a file of that name; it is left as it is")
                                               : QString());
    m_password->setError(m_password->text().toUtf8().size() < qsizetype(identity::kMinKitPassword)
                             ? ui::tr("%1 characters or more").arg(identity::kMinKitPassword)
                             : QString());
    m_again->setError(m_again->text() == m_password->text() ? QString() : ui::tr("The two are not the same"));
    for (Field* field : {m_file, m_password, m_again}) {
        if (field->error().isEmpty()) continue;
        field->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_note->hide();
    m_make->setLoading(true);
    m_kits.make(QFileInfo(file).absoluteFilePath(), secretOf(m_password->text()), m_drafts->isChecked());
}

void KitMaking::showMade(const QString& file) {
    m_make->setLoading(false);
    m_make->hide();
    m_wish->hide();
    m_password->setText({});
    m_again->setText({});
    const QString words = ui::tr(
        "It opens with its password on any computer. Move it away from this one: to a stick, or to "
        "somebody whom you trust.");
    m_sheet.setSentence(words);
    m_facts->clear();
    m_facts->setNameWidth(150);
    m_facts->addFact(Icon::RecoveryKit, ui::tr("Your recovery kit"), QDir::toNativeSeparators(file),
                     Tone::Ok);
    m_facts->show();
    tell(ui::tr("A page on paper helps when the file or its password is lost: it has your 24 words, and the "
                "same words as a square to scan. Whoever has it is you."),
         Role::Text2);
    m_print = m_sheet.addAct(ui::tr("Print the page..."), Button::Kind::Primary, Icon::None, false);
    m_print->setObjectName(u"kit.print"_s);
    m_save = m_sheet.addAct(ui::tr("Save it as PDF..."), Button::Kind::Secondary, Icon::Folder, false);
    m_save->setObjectName(u"kit.pdf"_s);
    connect(m_print, &QPushButton::clicked, this, [this]() {
        if (m_print->isLoading()) return;
        m_print->setLoading(true);
        m_kits.preparePaper();
    });
    connect(m_save, &QPushButton::clicked, this, [this]() { savePage(); });
    m_out->setText(ui::tr("Close"));
    m_out->setFocus(Qt::OtherFocusReason);
    announce(this, words);
}

void KitMaking::savePage() {
    if (m_save->isLoading()) return;
    choose(ui::tr("Where to put the page"), freeName(ui::tr("Keyreel recovery page"), u"pdf"_s),
           {ui::tr("PDF (*.pdf)")}, [this](const QString& path) {
               m_save->setLoading(true);
               m_kits.writePage(path);
           });
}

void KitMaking::print(const std::shared_ptr<const RecoveryPaper>& paper) {
    if (m_print == nullptr) return;
    m_print->setLoading(false);
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(ui::tr("Keyreel recovery page"));
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions({});
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, paper, printer]() {
        QPainter p;
        if (!p.begin(printer.get())) {
            fail({"printing_failed", "The printer did not take the page.",
                  "Choose another printer, or save the page as a PDF."});
            return;
        }
        const qreal scale = printer->resolution() / 72.0;
        p.scale(scale, scale);
        const auto area = printer->pageLayout().paintRect(QPageLayout::Point).size();
        paintRecoveryPaper(p, {QPointF(), area}, *paper);
        p.end();
        tell(ui::tr("The page is on its way to the printer."), Role::Text);
    });
    // The dialog paints and lists with the printer until it is gone.
    connect(dialog, &QObject::destroyed, this, [printer]() {});
    dialog->open();
}

void KitMaking::fail(const Error& error) {
    for (Button* button : {m_make, m_print, m_save})
        if (button != nullptr) button->setLoading(false);
    const Sentence words = sentenceOf(error);
    if (error.code == "file_exists" && m_wish->isVisible()) {
        m_file->setError(words.fact);
        m_file->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    tell(words.text(), Role::Error);
}

void KitMaking::tell(const QString& words, Role role) {
    m_note->setRole(role);
    m_note->setText(format::plain(words));
    m_note->show();
    announce(m_note, words);
}

}  // namespace

Sheet* makeKitSheet(RecoveryKits& kits) {
    auto* sheet = new Sheet(tr("Recovery kit"), 600);
    sheet->setObjectName(u"kit"_s);
    sheet->setIcon(Icon::RecoveryKit, Tone::Accent);
    sheet->setSentence(
        tr("A file that brings you, your drafts and your published films back on another computer, or here "
           "if the keyring is lost."));
    auto* making = new KitMaking(kits, *sheet);
    sheet->body()->addWidget(making);
    sheet->setDefaultFocus(making->first());
    return sheet;
}

}  // namespace keyreel::ui
