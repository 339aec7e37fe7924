// Splitting a tier's secret and putting it together, beside libgfshare (Debian: libgfshare-dev), which looks
// products up in tables where Keyreel computes them in constant time. Both draw from the same random source.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

#include "core/crypto/random.h"
#include "core/crypto/shamir.h"
#ifdef KEYREEL_BENCH_GFSHARE
extern "C" {
#include <libgfshare.h>
}
#endif

namespace {

using namespace keyreel;

constexpr unsigned kSecretSize = 32;

/// t of n, as people choose them: the usual, and the most that Keyreel takes.
void sizes(benchmark::internal::Benchmark* bench) {
    bench->Args({2, 3})->Args({9, 16});
}

void split(benchmark::State& state) {
    const SecretBytes secret = crypto::randomSecret(kSecretSize);
    for (auto _ : state)
        benchmark::DoNotOptimize(crypto::split(secret, static_cast<unsigned>(state.range(0)),
                                               static_cast<unsigned>(state.range(1))));
}
BENCHMARK(split)->Apply(sizes);

void combine(benchmark::State& state) {
    const auto threshold = static_cast<unsigned>(state.range(0));
    const SecretBytes secret = crypto::randomSecret(kSecretSize);
    auto shares = crypto::split(secret, threshold, static_cast<unsigned>(state.range(1))).value();
    shares.resize(threshold);
    for (auto _ : state)
        benchmark::DoNotOptimize(crypto::combine(shares));
    if (!crypto::combine(shares)->equals(secret.view())) state.SkipWithError("another secret");
}
BENCHMARK(combine)->Apply(sizes);

#ifdef KEYREEL_BENCH_GFSHARE

void randomForPeer(unsigned char* out, unsigned int size) {
    const Bytes bytes = crypto::randomBytes(size);
    std::copy(bytes.begin(), bytes.end(), out);
}

struct Peer {
    explicit Peer(const benchmark::State& state)
        : threshold(static_cast<unsigned>(state.range(0))), count(static_cast<unsigned>(state.range(1))) {
        gfshare_fill_rand = &randomForPeer;
        for (unsigned x = 1; x <= count; ++x)
            numbers.push_back(static_cast<unsigned char>(x));
        secret = crypto::randomBytes(kSecretSize);
    }
    /// What crypto::split() does: a context for each secret, all of its shares, and the wiping.
    void split() {
        gfshare_ctx* context =
            gfshare_ctx_init_enc(numbers.data(), count, static_cast<unsigned char>(threshold), kSecretSize);
        gfshare_ctx_enc_setsecret(context, secret.data());
        shares.assign(count, Bytes(kSecretSize));
        for (unsigned i = 0; i < count; ++i)
            gfshare_ctx_enc_getshare(context, static_cast<unsigned char>(i), shares[i].data());
        gfshare_ctx_free(context);
    }
    void combine(Bytes& out) {
        gfshare_ctx* context = gfshare_ctx_init_dec(numbers.data(), threshold, kSecretSize);
        for (unsigned i = 0; i < threshold; ++i)
            gfshare_ctx_dec_giveshare(context, static_cast<unsigned char>(i), shares[i].data());
        gfshare_ctx_dec_extract(context, out.data());
        gfshare_ctx_free(context);
    }
    unsigned threshold;
    unsigned count;
    std::vector<unsigned char> numbers;
    Bytes secret = Bytes(kSecretSize);
    std::vector<Bytes> shares;
};

void splitByGfshare(benchmark::State& state) {
    Peer peer(state);
    for (auto _ : state) {
        peer.split();
        benchmark::DoNotOptimize(peer.shares);
    }
}
BENCHMARK(splitByGfshare)->Apply(sizes);

void combineByGfshare(benchmark::State& state) {
    Peer peer(state);
    peer.split();
    Bytes out(kSecretSize);
    for (auto _ : state) {
        peer.combine(out);
        benchmark::DoNotOptimize(out);
    }
    if (out != peer.secret) state.SkipWithError("another secret");
}
BENCHMARK(combineByGfshare)->Apply(sizes);

#endif

}  // namespace
