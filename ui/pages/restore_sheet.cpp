#include "ui/pages/restore_sheet.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/models/engine.h"
#include "ui/models/error_text.h"
#include "ui/pages/typed_secret.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

class Restoring : public QWidget {
    Q_OBJECT
public:
    Restoring(Engine& engine, Sheet& sheet, const QString& name, const QString& device);
    [[nodiscard]] QWidget* first() const { return m_words->edit(); }

private:
    void follow();
    void chooseKit();
    void restore();
    void fail(const Error& error);

    Engine& m_engine;
    Sheet& m_sheet;
    QString m_name;
    QString m_device;
    SegmentedControl* m_from;
    TextAreaField* m_words;
    QWidget* m_kit;
    Field* m_file;
    Field* m_password;
    Button* m_act;
};

Restoring::Restoring(Engine& engine, Sheet& sheet, const QString& name, const QString& device)
    : m_engine(engine), m_sheet(sheet), m_name(name), m_device(device) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    m_from = new SegmentedControl;
    m_from->setObjectName(u"restore.from"_s);
    m_from->setAccessibleName(tr("Restore from"));
    m_from->setSegments(
        {{u"words"_s, tr("24 words"), Icon::TextTrack}, {u"kit"_s, tr("Recovery kit"), Icon::RecoveryKit}});
    auto* choice = new QHBoxLayout;
    choice->addWidget(m_from);
    choice->addStretch(1);
    column->addLayout(choice);
    m_words = new TextAreaField(tr("24 words"));
    m_words->setObjectName(u"restore.words"_s);
    m_words->edit()->setTabChangesFocus(true);
    column->addWidget(m_words);
    m_kit = new QWidget;
    auto* kit = new QVBoxLayout(m_kit);
    kit->setContentsMargins(0, 0, 0, 0);
    kit->setSpacing(12);
    auto* file = new QHBoxLayout;
    file->setSpacing(10);
    m_file = new Field(tr("Recovery kit"));
    m_file->setObjectName(u"restore.file"_s);
    m_file->setIcon(Icon::RecoveryKit);
    file->addWidget(m_file, 1);
    auto* choose = new Button(tr("Choose..."), Button::Kind::Secondary, Icon::Folder);
    choose->setObjectName(u"restore.choose"_s);
    connect(choose, &QPushButton::clicked, this, &Restoring::chooseKit);
    file->addWidget(choose, 0, Qt::AlignBottom);
    kit->addLayout(file);
    m_password = new Field(tr("Password of the kit"));
    m_password->setObjectName(u"restore.password"_s);
    m_password->setSecret(true);
    kit->addWidget(m_password);
    column->addWidget(m_kit);
    m_act = sheet.addAct(tr("Restore"), Button::Kind::Primary, Icon::Key, false);
    m_act->setObjectName(u"restore.confirm"_s);
    connect(m_from, &SegmentedControl::currentChanged, this, &Restoring::follow);
    connect(m_act, &QPushButton::clicked, this, &Restoring::restore);
    connect(m_password, &Field::returnPressed, this, &Restoring::restore);
    connect(m_words, &TextAreaField::textEdited, this, [this]() { m_words->setError({}); });
    connect(m_file, &Field::textEdited, this, [this]() { m_file->setError({}); });
    connect(m_password, &Field::textEdited, this, [this]() { m_password->setError({}); });
    connect(&m_engine, &Engine::identityCreated, &m_sheet, &Sheet::accept);
    connect(&m_engine, &Engine::identityFailed, this, &Restoring::fail);
    follow();
}

void Restoring::follow() {
    const bool kit = m_from->currentId() == u"kit"_s;
    m_words->setVisible(!kit);
    m_kit->setVisible(kit);
    m_sheet.setSentence(
        kit ? tr("The file that you made under Keys & devices or with keyreel-cli, and its password. It is "
                 "only "
                 "read.")
            : tr("Type or paste the 24 words that you wrote down, with spaces between them."));
}

void Restoring::chooseKit() {
    auto* dialog = new QFileDialog(this, tr("Choose a recovery kit"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_file->setText(path);
        m_file->setError({});
        m_password->edit()->setFocus(Qt::OtherFocusReason);
    });
    dialog->open();
}

void Restoring::restore() {
    if (m_act->isLoading()) return;
    if (m_from->currentId() == u"words"_s) {
        m_words->setError({});
        m_act->setLoading(true);
        m_engine.restoreIdentity(secretOf(m_words->text()), m_name, m_device);
        return;
    }
    const QString path = m_file->text().trimmed();
    m_file->setError(QFileInfo(path).isFile() ? QString() : tr("No such file"));
    m_password->setError(m_password->text().isEmpty() ? tr("Needed") : QString());
    if (!m_file->error().isEmpty() || !m_password->error().isEmpty()) return;
    m_act->setLoading(true);
    m_engine.restoreKit(path, secretOf(m_password->text()), m_device);
}

void Restoring::fail(const Error& error) {
    m_act->setLoading(false);
    const Sentence words = sentenceOf(error);
    FieldFrame* field = m_words;
    if (m_from->currentId() == u"kit"_s) field = error.code == "kit_wrong_password" ? m_password : m_file;
    field->setError(words.fact);
    field->setHint(words.next);
    field->input()->setFocus(Qt::OtherFocusReason);
}

}  // namespace

Sheet* makeRestoreSheet(Engine& engine, const QString& name, const QString& device) {
    auto* sheet = new Sheet(Restoring::tr("Restore your identity"), 580);
    sheet->setObjectName(u"restore"_s);
    sheet->setIcon(Icon::RecoveryKit, Tone::Accent);
    auto* restoring = new Restoring(engine, *sheet, name, device);
    sheet->body()->addWidget(restoring);
    sheet->addWayOut(Restoring::tr("Back"));
    sheet->setDefaultFocus(restoring->first());
    return sheet;
}

}  // namespace keyreel::ui

#include "restore_sheet.moc"
