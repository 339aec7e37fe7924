#include "ui/models/sales.h"

#include "core/base/file.h"
#include "core/gateway/gateway_client.h"
#include "core/identity/account_id.h"
#include "core/rights/statement.h"
#include "core/studio/access.h"
#include "core/studio/trade.h"

namespace keyreel::ui {
Sales::Sales(Engine& engine, QObject* parent) : QObject(parent), m_desk(engine, *this) {
    connect(&engine, &Engine::readinessChanged, this, &Sales::ask);
    connect(&engine, &Engine::networkChosen, this, &Sales::ask);
    // It may have been silent when it was asked first.
    connect(&engine, &Engine::healthChanged, this, [this]() {
        if (!m_share && !m_asking) ask();
    });
    ask();
}

void Sales::ask() {
    m_share.reset();
    const int question = ++m_question;
    m_asking = m_desk.engine().readiness() == Engine::Readiness::Ready;
    if (!m_asking) return;
    m_desk.run(
        [](const studio::Session& session, std::stop_token stop) -> Result<unsigned> {
            KEYREEL_TRY(const auto info, session.gateway->info(stop));
            return info.protocolShare;
        },
        [this, question](const Result<unsigned>& share) {
            if (question != m_question) return;
            m_asking = false;
            // A gateway that does not answer is told elsewhere, and asked again when it is back.
            if (!share) return;
            m_share = *share;
            Q_EMIT shareKnown();
        });
}

void Sales::order(const QString& link, const QString& file) {
    m_desk.run(
        [text = toStdString(link), path = std::filesystem::path(toStdString(file))](
            const studio::Session& session, std::stop_token stop) -> Status {
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            KEYREEL_TRY(const auto there, studio::sessionAt(session, parsed, stop));
            KEYREEL_TRY(const Bytes order, studio::orderAccess(*there, parsed, stop));
            return writeFileAtomically(path, order);
        },
        [this, link, file](const Status& written) {
            if (written)
                Q_EMIT ordered(link, file);
            else
                Q_EMIT orderFailed(link, written.error());
        });
}

void Sales::sell(const QString& link, const QString& file) {
    m_desk.run(
        [text = toStdString(link), path = std::filesystem::path(toStdString(file))](
            const studio::Session& session, std::stop_token stop) -> Result<QString> {
            KEYREEL_TRY(const Bytes order, readFile(path, rights::kMaxOrderBytes));
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            KEYREEL_TRY(const auto there, studio::sessionAt(session, parsed, stop));
            KEYREEL_TRY(const auto buyer, studio::sellAccess(*there, parsed, order, stop));
            return toQString(identity::toDidKey(buyer));
        },
        [this, link](const Result<QString>& buyer) {
            if (buyer)
                Q_EMIT sold(link, *buyer);
            else
                Q_EMIT saleFailed(link, buyer.error());
        });
}

}  // namespace keyreel::ui
