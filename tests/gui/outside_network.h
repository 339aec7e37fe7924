#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <vector>

#include "core/studio/embedded_network.h"
#include "core/studio/service_process.h"

namespace keyreel::gui_test {

/// A gateway and key nodes that somebody else runs, each under a certificate of its own, which this process
/// trusts through the system's store.
class OutsideNetwork {
public:
    /// Started when `nodes` has as many addresses as were asked for.
    OutsideNetwork(const QString& folder, int count) : m_folder(folder) {
        gateway = start(QStringLiteral("gateway"), {});
        for (int i = 1; i <= count && !gateway.isEmpty(); ++i) {
            const QString name = QStringLiteral("Node-%1").arg(i);
            const QString url = start(name, {"--gateway", gateway.toStdString(), "--ca",
                                             (m_folder + QStringLiteral("/gateway/tls/ca.pem")).toStdString(),
                                             "--operator", "Film club " + std::to_string(i)});
            if (!url.isEmpty()) nodes.append(url);
        }
        qputenv("SSL_CERT_FILE", (m_folder + QStringLiteral("/authorities.pem")).toUtf8());
    }
    ~OutsideNetwork() {
        qunsetenv("SSL_CERT_FILE");
        for (const auto& process : m_processes)
            process.stop(std::chrono::seconds(5));
    }
    OutsideNetwork(const OutsideNetwork&) = delete;
    OutsideNetwork& operator=(const OutsideNetwork&) = delete;

    QString gateway;
    QStringList nodes;

private:
    /// The address; nothing when it did not start.
    QString start(const QString& name, const std::vector<std::string>& more) {
        const std::filesystem::path folder = (m_folder + QLatin1Char('/') + name).toStdString();
        std::filesystem::create_directories(folder.parent_path());
        const bool isGateway = more.empty();
        std::vector<std::string> arguments{
            (studio::programFolder() / (isGateway ? "keyreel-gateway" : "keyreel-keynode")).string(),
            "--data", folder.string(), "--name", name.toStdString()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto started =
            studio::startService(arguments, folder.string() + ".log", std::chrono::seconds(30), {});
        if (!started) return {};
        m_processes.push_back(started->process);
        QFile own(m_folder + QLatin1Char('/') + name + QStringLiteral("/tls/ca.pem"));
        QFile all(m_folder + QStringLiteral("/authorities.pem"));
        if (own.open(QIODevice::ReadOnly) && all.open(QIODevice::Append)) all.write(own.readAll());
        return QJsonDocument::fromJson(QByteArray::fromStdString(started->readyLine))
            .object()[QStringLiteral("url")]
            .toString();
    }

    const QString m_folder;
    std::vector<studio::ServiceProcess> m_processes;
};

}  // namespace keyreel::gui_test
