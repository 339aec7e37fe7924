#include "ui/theme/style_sheet.h"

#include <QHash>

namespace keyreel::ui {

namespace {

// {{token}} is replaced by its colour, {{NNpx}} by a length scaled with the text size.
const char* const kTemplate = R"qss(
QToolTip { background: {{popover}}; color: {{text}}; border: 1px solid {{lineStrong}}; padding: 5px 8px; font-size: {{12px}}; }
QLineEdit, QPlainTextEdit { background: {{field}}; color: {{text}}; border: 1px solid {{lineField}}; border-radius: 8px;
  padding: 0 10px; selection-background-color: {{accentLine}}; selection-color: {{text}}; }
QPlainTextEdit { padding: 5px 6px; }
QLineEdit { min-height: {{32px}}; }
QLineEdit:hover, QPlainTextEdit:hover { border-color: {{lineStrong}}; }
QLineEdit:focus { border: 2px solid {{accentBar}}; padding: 0 9px; min-height: {{30px}}; }
QPlainTextEdit:focus { border: 2px solid {{accentBar}}; padding: 4px 5px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border-color: {{error}}; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: {{card}}; color: {{textDisabled}}; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus { background: transparent; border: none; padding: 0; min-height: 0; }
QMenu { background: transparent; color: {{text}}; padding: 6px; font-size: {{13px}}; }
QMenu::item { padding: 7px 28px 7px 10px; border-radius: 7px; background: transparent; }
QMenu::item:selected { background: {{hover}}; }
QMenu::item:disabled { color: {{textDisabled}}; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: {{line}}; margin: 6px 4px; }
QComboBox QAbstractItemView { background: {{popover}}; color: {{text}}; border: 1px solid {{lineStrong}}; padding: 5px;
  outline: none; }
QComboBox QAbstractItemView::item { min-height: {{30px}}; padding: 0 8px; border-radius: 7px; color: {{text}}; }
QComboBox QAbstractItemView::item:selected { background: {{hover}}; color: {{text}}; }
QTableView { background: transparent; border: none; gridline-color: {{line}}; outline: none; color: {{text}};
  selection-background-color: {{hover}}; selection-color: {{text}}; }
QTableView::item { border-bottom: 1px solid {{lineSoft}}; padding: 0 8px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; border: none; border-bottom: 1px solid {{lineSoft}}; color: {{text3}};
  padding: 6px 8px; font-size: {{12px}}; }
QTableCornerButton::section { background: transparent; border: none; }
)qss";

}  // namespace

QString makeStyleSheet(const Tokens& tokens, int textPercent) {
    const QHash<QString, Role> names{
        {QStringLiteral("popover"), Role::BgPopover},
        {QStringLiteral("field"), Role::BgField},
        {QStringLiteral("card"), Role::BgCard},
        {QStringLiteral("hover"), Role::BgHover},
        {QStringLiteral("text"), Role::Text},
        {QStringLiteral("text3"), Role::Text3},
        {QStringLiteral("textDisabled"), Role::TextDisabled},
        {QStringLiteral("line"), Role::Line},
        {QStringLiteral("lineSoft"), Role::LineSoft},
        {QStringLiteral("lineStrong"), Role::LineStrong},
        {QStringLiteral("lineField"), Role::LineField},
        {QStringLiteral("accentBar"), Role::AccentBar},
        {QStringLiteral("accentLine"), Role::AccentLine},
        {QStringLiteral("error"), Role::Error},
    };
    const QString source = QString::fromLatin1(kTemplate);
    QString sheet;
    qsizetype at = 0;
    while (true) {
        const qsizetype open = source.indexOf(QStringLiteral("{{"), at);
        if (open < 0) break;
        const qsizetype close = source.indexOf(QStringLiteral("}}"), open);
        Q_ASSERT(close > open);
        const QString name = source.mid(open + 2, close - open - 2);
        sheet += source.mid(at, open - at);
        if (name.endsWith(QStringLiteral("px"))) {
            sheet +=
                QString::number(qRound(name.chopped(2).toInt() * textPercent / 100.0)) + QStringLiteral("px");
        } else {
            Q_ASSERT(names.contains(name));
            sheet += tokens[names.value(name)].name();
        }
        at = close + 2;
    }
    return sheet + source.mid(at);
}

QPalette makePalette(const Tokens& t) {
    QPalette p;
    p.setColor(QPalette::Window, t[Role::BgWindow]);
    p.setColor(QPalette::WindowText, t[Role::Text]);
    p.setColor(QPalette::Base, t[Role::BgField]);
    p.setColor(QPalette::AlternateBase, t[Role::BgCard]);
    p.setColor(QPalette::Text, t[Role::Text]);
    p.setColor(QPalette::Button, t[Role::BgRaised]);
    p.setColor(QPalette::ButtonText, t[Role::Text]);
    p.setColor(QPalette::BrightText, t[Role::OnErrorFill]);
    p.setColor(QPalette::PlaceholderText, t[Role::Text3]);
    p.setColor(QPalette::Highlight, t[Role::AccentLine]);
    p.setColor(QPalette::HighlightedText, t[Role::Text]);
    p.setColor(QPalette::Link, t[Role::AccentText]);
    p.setColor(QPalette::LinkVisited, t[Role::AccentText]);
    p.setColor(QPalette::ToolTipBase, t[Role::BgPopover]);
    p.setColor(QPalette::ToolTipText, t[Role::Text]);
    p.setColor(QPalette::Light, t[Role::LineStrong]);
    p.setColor(QPalette::Midlight, t[Role::Line]);
    p.setColor(QPalette::Mid, t[Role::Line]);
    p.setColor(QPalette::Dark, t[Role::LineSoft]);
    p.setColor(QPalette::Shadow, t[Role::Stage]);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, role, t[Role::TextDisabled]);
    }
    return p;
}

}  // namespace keyreel::ui
