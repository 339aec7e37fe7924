#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include "ui/models/draft_rules.h"
#include "ui/models/draft_store.h"
#include "ui/models/records.h"

using namespace keyreel::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kContent = "34b38eff7deb5632c2b7befa9960c6da";

Record recordOf(const QString& event, const QMap<QString, QString>& fields) {
    Record record;
    record.number = 7;
    record.event = event;
    record.fields = fields;
    record.fields.insert(u"content"_s, QLatin1String(kContent));
    return record;
}

}  // namespace

class ModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The line of a record is a sentence; no code of the protocol stands in it.
    void recordsSpeakToPeople() {
        const QMap<QString, QString> titles{{QLatin1String(kContent), u"Night ferry"_s}};
        const QMap<QString, QString> nodes{{u"gateway"_s, u"https://127.0.0.1:4433"_s},
                                           {u"node_1"_s, u"Helsinki released"_s},
                                           {u"node_2"_s, u"Porto Alegre released"_s},
                                           {u"node_3"_s, u"Lisbon not_needed"_s}};
        const RecordWords opened = wordsOf(recordOf(u"film_opened"_s, nodes), titles);
        QCOMPARE(opened.sentence, u"Opened: Night ferry"_s);
        QVERIFY2(opened.detail.contains(u"Helsinki"_s) &&
                     opened.detail.contains(u"Porto Alegre answered"_s) &&
                     opened.detail.contains(u"Lisbon not needed"_s),
                 qPrintable(opened.detail));
        QMap<QString, QString> refused = nodes;
        refused[u"node_2"_s] = u"Porto Alegre stale_replica"_s;
        refused[u"code"_s] = u"no_access"_s;
        const RecordWords no = wordsOf(recordOf(u"open_refused"_s, refused), titles);
        QVERIFY(no.detail.contains(u"You were not let in"_s));
        QVERIFY(no.detail.contains(u"its copy of the rights log is old"_s));
        for (const RecordWords& words : {opened, no})
            QVERIFY2(!(words.sentence + words.detail).contains(u'_'), qPrintable(words.detail));
        for (const auto* code : {"device_revoked", "too_few_nodes", "some_new_code", "cap_expired"}) {
            const RecordWords words =
                wordsOf(recordOf(u"open_refused"_s, {{u"code"_s, QLatin1String(code)}}), titles);
            QVERIFY2(!words.detail.isEmpty() && !words.detail.contains(u'_'), qPrintable(words.detail));
        }
    }

    // The details keep every word of the record.
    void detailsKeepTheRecord() {
        const QMap<QString, QString> fields{{u"gateway"_s, u"https://127.0.0.1:4433"_s},
                                            {u"node_1"_s, u"Porto Alegre not_needed"_s},
                                            {u"code"_s, u"too_few_nodes"_s},
                                            {u"account"_s, u"8ffe-9580"_s},
                                            {u"something_new"_s, u"value"_s}};
        const auto facts = factsOf(recordOf(u"open_refused"_s, fields));
        QString all;
        for (const RecordFact& fact : facts)
            all += fact.name + u'=' + fact.value + u'\n';
        for (const QString& value :
             {u"https://127.0.0.1:4433"_s, u"Porto Alegre=not needed · not_needed"_s, u"too_few_nodes"_s,
              u"8ffe-9580"_s, u"something new=value"_s, QString::fromLatin1(kContent), u"open_refused"_s})
            QVERIFY2(all.contains(value), qPrintable(value + u" in "_s + all));
    }

    // A removed draft comes back whole, its picture as well; pictures of drafts that are gone do not stay.
    void draftsComeBackWithTheirPictures() {
        QTemporaryDir folder;
        const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "drafts.json";
        QImage picture(640, 360, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QString id;
        {
            DraftStore store(file);
            Draft draft;
            draft.film = u"/films/night_ferry.mp4"_s;
            draft.title = u"Night ferry"_s;
            draft.access = keyreel::studio::Access::Granted;
            id = *store.put(draft);
            store.setStill(id, picture);
            draft = *store.find(id);
            QVERIFY(store.remove(id));
            QVERIFY(store.drafts().isEmpty());
            QVERIFY(store.put(draft));
            QCOMPARE(store.find(id)->access, keyreel::studio::Access::Granted);
        }
        {
            DraftStore store(file);
            QCOMPARE(store.drafts().size(), 1);
            QCOMPARE(store.still(id).size(), QSize(320, 180));
            QVERIFY(store.remove(id));
        }
        DraftStore store(file);
        QVERIFY(store.still(id).isNull());
    }

    void draftRulesCountBytes() {
        Draft draft;
        QVERIFY(!titleProblem(draft).isEmpty());
        draft.title = QString(100, QChar(u'ä'));
        QVERIFY(titleProblem(draft).isEmpty());
        draft.title += u'a';
        QVERIFY(!titleProblem(draft).isEmpty());
        draft.description = QString(kMaxDescription, u'a');
        QVERIFY(descriptionProblem(draft).isEmpty());
        draft.description += u'a';
        QVERIFY(!descriptionProblem(draft).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ModelsTest)

#include "models_test.moc"
