// How fast a film goes up to a gateway on this computer, beside `curl`: the shipped gateway in a process of
// its own, the same file, TLS 1.3 and signed requests. Keyreel sends pieces as it does when it publishes;
// curl sends one signed PATCH of the whole file, made with the same headers.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/content/cid.h"
#include "core/crypto/random.h"
#include "core/gateway/gateway_client.h"
#include "core/rights/statement.h"
#include "tests/integration/gateway/server_program.h"
#include "tests/interop/command.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_log.h"

namespace {

using namespace keyreel;
using test::must;

constexpr int kRuns = 5;

struct Bench {
    std::uint64_t size;
    test::TemporaryFolder folder;
    SystemClock clock;
    gateway::ServerProgram program;
    std::string url = program.ready().at("url");
    std::filesystem::path authority = program.ready().at("caFile").get<std::string>();
    std::shared_ptr<const crypto::SigningKey> device =
        std::make_shared<const crypto::SigningKey>(test::keyOf(102));

    Bench(std::uint64_t bytes, const std::string& gatewayProgram)
        : size(bytes),
          program(
              {gatewayProgram, "--data", (folder.path() / "gateway").string(), "--listen", "127.0.0.1:0"}) {
        const crypto::SigningKey account = test::keyOf(2);
        must(client().submitStatement(
            must(rights::signStatement(test::registrationOf(account, *device, clock.now()), account))));
    }

    [[nodiscard]] gateway::GatewayClient client() const {
        gateway::HttpClientOptions trust;
        trust.caPem = std::string(asText(must(readFile(authority, 1u << 20))));
        return must(gateway::GatewayClient::create(url, clock, trust, gateway::RequestSigner::of(device)));
    }

    /// A file that the gateway has not seen: what is there already is not sent again.
    [[nodiscard]] gateway::UploadRequest fresh() const {
        gateway::UploadRequest request;
        request.file = folder.path() / "film";
        if (!writeFileAtomically(request.file, crypto::randomBytes(static_cast<std::size_t>(size))))
            std::exit(1);
        request.cid = must(content::cidOfFile(request.file)).text();
        return request;
    }
};

void check(const Status& status) {
    if (status) return;
    std::fprintf(stderr, "%s: %s\n", status.error().code.c_str(), status.error().what.c_str());
    std::exit(1);
}

template <class Work>
double secondsOf(Work work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

double ours(const Bench& bench) {
    const auto request = bench.fresh();
    const auto client = bench.client();
    return secondsOf([&] { check(client.upload(request)); });
}

/// The time of curl's PATCH alone; making the upload and the signature is not counted.
double curls(const Bench& bench) {
    auto request = bench.fresh();
    std::stop_source stop;
    // Our client makes the upload and is stopped before its first piece.
    request.created = [&](const std::string& at) {
        request.uploadUrl = at;
        stop.request_stop();
    };
    (void)bench.client().upload(request, stop.get_token());
    const Bytes body = must(readFile(request.file, bench.size));
    gateway::SignedMessage message{"PATCH", request.uploadUrl, {}};
    message.fields.set("Tus-Resumable", "1.0.0");
    message.fields.set("Content-Type", "application/offset+octet-stream");
    message.fields.set("Upload-Offset", "0");
    check(gateway::signRequest(message, body, gateway::RequestSigner::of(bench.device), bench.clock.now()));
    std::vector<std::string> command{"curl",          "--silent",
                                     "--show-error",  "--fail",
                                     "--cacert",      bench.authority.string(),
                                     "--request",     "PATCH",
                                     "--upload-file", request.file.string(),
                                     "--header",      "Expect:"};
    for (const char* name : {"Tus-Resumable", "Content-Type", "Upload-Offset", "Content-Digest",
                             "Signature-Input", "Signature"}) {
        command.push_back("--header");
        command.push_back(std::string(name) + ": " + std::string(message.fields.value(name)));
    }
    command.push_back(request.uploadUrl);
    test::CommandResult result;
    const double seconds = secondsOf([&] { result = test::run(command); });
    if (result.exitCode != 0 || must(bench.client().blobSize(request.cid)) != bench.size) {
        std::fprintf(stderr, "curl did not upload it: %s\n", result.errors.c_str());
        std::exit(1);
    }
    return seconds;
}

void row(const char* name, std::vector<double> seconds, std::uint64_t size) {
    std::sort(seconds.begin(), seconds.end());
    const double median = seconds[seconds.size() / 2];
    std::printf("| %s | %.3f | %.3f to %.3f | %.0f |\n", name, median, seconds.front(), seconds.back(),
                static_cast<double>(size) / median / 1e6);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: upload_bench KEYREEL-GATEWAY [MiB]\n");
        return 2;
    }
    const std::uint64_t size = (argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 256) << 20;
    const Bench bench(size, argv[1]);
    std::vector<double> keyreel;
    std::vector<double> curl;
    for (int i = 0; i < kRuns; ++i) {
        keyreel.push_back(ours(bench));
        curl.push_back(curls(bench));
    }
    std::printf(
        "| %llu MiB to a gateway on this computer | s (median) | min to max | MB/s |\n|---|---|---|---|\n",
        static_cast<unsigned long long>(size >> 20));
    row("keyreel", keyreel, size);
    row("curl, one PATCH", curl, size);
    return 0;
}
