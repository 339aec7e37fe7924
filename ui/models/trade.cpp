#include "ui/models/trade.h"

#include "core/studio/access.h"

namespace keyreel::ui {
namespace {

constexpr std::int64_t kSecondsOfDay = 86400;

}  // namespace

Trade::Trade(Engine& engine, QObject* parent) : QObject(parent), m_desk(engine, *this) {}

void Trade::ask(const QString& link) {
    using Known = std::shared_ptr<const studio::FilmHolders>;
    m_desk.run(
        [text = toStdString(link)](const studio::Session& session, std::stop_token stop) -> Result<Known> {
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            KEYREEL_TRY(const auto there, studio::sessionAt(session, parsed, stop));
            KEYREEL_TRY(auto holders, studio::holdersOf(*there, parsed, stop));
            return Known(std::make_shared<const studio::FilmHolders>(std::move(holders)));
        },
        [this, link](const Result<Known>& holders) {
            if (holders)
                Q_EMIT known(link, *holders);
            else
                Q_EMIT failed(link, holders.error());
        });
}

void Trade::say(const QString& link, const QString& account, Act act) {
    m_desk.run(
        [text = toStdString(link), typed = toStdString(account.trimmed()), act = std::move(act)](
            const studio::Session& session, std::stop_token stop) -> Status {
            KEYREEL_TRY(const auto to, studio::parseAccount(typed));
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            KEYREEL_TRY(const auto there, studio::sessionAt(session, parsed, stop));
            return act(*there, parsed, to, stop);
        },
        [this, link](const Status& said) {
            if (said)
                Q_EMIT done(link);
            else
                Q_EMIT refused(link, said.error());
        });
}

void Trade::giveAccess(const QString& link, const QString& account) {
    say(link, account, studio::transferAccess);
}

void Trade::giveRoyalties(const QString& link, const QString& account, quint16 units) {
    say(link, account,
        [units](const studio::Session& session, const studio::Link& film, const crypto::PublicKey& to,
                const std::stop_token& stop) {
            return studio::transferRoyalty(session, film, to, units, stop);
        });
}

void Trade::letSell(const QString& link, const QString& account, quint32 supply, int days) {
    say(link, account,
        [supply, days](const studio::Session& session, const studio::Link& film, const crypto::PublicKey& to,
                       const std::stop_token& stop) {
            return studio::delegateSale(session, film, to, supply, days * kSecondsOfDay, stop);
        });
}

}  // namespace keyreel::ui
