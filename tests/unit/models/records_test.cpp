#include "ui/models/records.h"

#include <gtest/gtest.h>

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

const QString kContent = u"34b38eff7deb5632c2b7befa9960c6da"_s;

Record recordOf(const QString& event, const QMap<QString, QString>& fields) {
    Record record;
    record.number = 7;
    record.event = event;
    record.fields = fields;
    record.fields.insert(u"content"_s, kContent);
    return record;
}

// The line of a record is a sentence; no code of the protocol stands in it.
TEST(RecordWordsTest, SpeakToPeople) {
    const QMap<QString, QString> titles{{kContent, u"Night ferry"_s}};
    const QMap<QString, QString> nodes{{u"gateway"_s, u"https://127.0.0.1:4433"_s},
                                       {u"node_1"_s, u"Helsinki released"_s},
                                       {u"node_2"_s, u"Porto Alegre released"_s},
                                       {u"node_3"_s, u"Lisbon not_needed"_s}};
    const RecordWords opened = wordsOf(recordOf(u"film_opened"_s, nodes), titles);
    EXPECT_EQ(opened.sentence, u"Opened: Night ferry"_s);
    EXPECT_TRUE(opened.detail.contains(u"Helsinki"_s));
    EXPECT_TRUE(opened.detail.contains(u"Porto Alegre answered"_s)) << qPrintable(opened.detail);
    EXPECT_TRUE(opened.detail.contains(u"Lisbon not needed"_s)) << qPrintable(opened.detail);
    QMap<QString, QString> refused = nodes;
    refused[u"node_2"_s] = u"Porto Alegre stale_replica"_s;
    refused[u"code"_s] = u"no_access"_s;
    const RecordWords no = wordsOf(recordOf(u"open_refused"_s, refused), titles);
    EXPECT_TRUE(no.detail.contains(u"You were not let in"_s)) << qPrintable(no.detail);
    EXPECT_TRUE(no.detail.contains(u"its copy of the rights log is old"_s)) << qPrintable(no.detail);
    for (const RecordWords& words : {opened, no})
        EXPECT_FALSE((words.sentence + words.detail).contains(u'_')) << qPrintable(words.detail);
    for (const QString& code :
         {u"device_revoked"_s, u"too_few_nodes"_s, u"some_new_code"_s, u"cap_expired"_s}) {
        const RecordWords words = wordsOf(recordOf(u"open_refused"_s, {{u"code"_s, code}}), titles);
        EXPECT_FALSE(words.detail.isEmpty());
        EXPECT_FALSE(words.detail.contains(u'_')) << qPrintable(words.detail);
    }
}

TEST(RecordFactsTest, KeepEveryWordOfTheRecord) {
    const QMap<QString, QString> fields{{u"gateway"_s, u"https://127.0.0.1:4433"_s},
                                        {u"node_1"_s, u"Porto Alegre not_needed"_s},
                                        {u"code"_s, u"too_few_nodes"_s},
                                        {u"account"_s, u"8ffe-9580"_s},
                                        {u"something_new"_s, u"value"_s}};
    QString all;
    for (const RecordFact& fact : factsOf(recordOf(u"open_refused"_s, fields)))
        all += fact.name + u'=' + fact.value + u'\n';
    for (const QString& value :
         {u"https://127.0.0.1:4433"_s, u"Porto Alegre=not needed · not_needed"_s, u"too_few_nodes"_s,
          u"8ffe-9580"_s, u"something new=value"_s, kContent, u"open_refused"_s})
        EXPECT_TRUE(all.contains(value)) << qPrintable(value + u" in "_s + all);
}

}  // namespace
}  // namespace keyreel::ui
