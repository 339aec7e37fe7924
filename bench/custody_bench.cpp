// The key node and the rights log beside the arithmetic that they cannot do without: the bare primitives of
// one recover request, and appending and proving at a million entries.

#include <benchmark/benchmark.h>

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <vector>

#include "core/base/file.h"
#include "core/crypto/hpke.h"
#include "core/rights/merkle.h"
#include "tests/support/custody_world.h"

namespace {

using namespace keyreel;

/// Answers are synced records and nonces: what a disk costs is shown by itself, below.
void recoverAtOneNode(benchmark::State& state) {
    test::CustodyWorld world;
    std::vector<double> microseconds;
    for (auto _ : state) {
        state.PauseTiming();
        // A nonce for each, and never more of them than a node keeps.
        if (microseconds.size() % 900 == 899) world.clock.advance(200), world.sync();
        const Bytes message = custody::encodeRecoverRequest(world.request()).value();
        state.ResumeTiming();
        const auto begun = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(world.nodes[0]->service.answer(message));
        microseconds.push_back(
            std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begun).count());
    }
    state.SetItemsProcessed(state.iterations());
    std::sort(microseconds.begin(), microseconds.end());
    if (!microseconds.empty()) {
        state.counters["p50_us"] = microseconds[microseconds.size() / 2];
        state.counters["p99_us"] = microseconds[microseconds.size() * 99 / 100];
    }
}
BENCHMARK(recoverAtOneNode)->MinTime(2)->UseRealTime();

/// One request's signatures and seals: verify capability and proof, open and seal a share, sign answer and
/// record.
void recoverBarePrimitives(benchmark::State& state) {
    const auto key = test::keyOf(1);
    const auto node = test::hpkeKeyOf(2);
    const Bytes text(512, 7);
    const Bytes share(32, 9);
    const crypto::Signature signature = key.sign(text);
    const auto sealed = crypto::hpkeSeal(node.publicKey(), text, text, share).value();
    for (auto _ : state) {
        for (int i = 0; i < 2; ++i)
            benchmark::DoNotOptimize(crypto::verify(key.publicKey(), text, signature));
        benchmark::DoNotOptimize(crypto::hpkeOpen(node, sealed, text, text));
        benchmark::DoNotOptimize(crypto::hpkeSeal(node.publicKey(), text, text, share));
        for (int i = 0; i < 2; ++i)
            benchmark::DoNotOptimize(key.sign(text));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(recoverBarePrimitives)->MinTime(2)->UseRealTime();

/// What the disk takes of a request: a record and a nonce, each synced.
void recoverBareSyncs(benchmark::State& state) {
    test::TemporaryFolder folder;
    auto file = File::create(folder.path() / "file").value();
    const Bytes line(400, 'x');
    std::uint64_t offset = 0;
    for (auto _ : state)
        for (int i = 0; i < 2; ++i) {
            if (!file.writeAt(offset, line) || ::fsync(file.descriptor()) != 0)
                state.SkipWithError("no disk");
            offset += line.size();
        }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(recoverBareSyncs)->MinTime(2)->UseRealTime();

/// 2 of 3 in one process: the shares' way without a network, so what is left of an opening on loopback is TLS
/// and HTTP.
void recoverTwoOfThree(benchmark::State& state) {
    test::CustodyWorld world;
    std::int64_t count = 0;
    for (auto _ : state) {
        if (++count % 900 == 0) world.clock.advance(200), world.sync();
        benchmark::DoNotOptimize(world.recover(world.transport()));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(recoverTwoOfThree)->MinTime(2)->UseRealTime();

rights::MerkleTree treeOf(std::uint64_t size) {
    rights::MerkleTree tree;
    crypto::Digest leaf{};
    for (std::uint64_t i = 0; i < size; ++i) {
        for (unsigned byte = 0; byte < 8; ++byte)
            leaf[byte] = static_cast<std::uint8_t>(i >> (8 * byte));
        tree.appendLeaf(leaf);
    }
    return tree;
}

void logAppend(benchmark::State& state) {
    rights::MerkleTree tree = treeOf(static_cast<std::uint64_t>(state.range(0)));
    const Bytes entry(300, 5);
    for (auto _ : state) {
        tree.append(entry);
        benchmark::DoNotOptimize(tree.root());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(logAppend)->Arg(1000)->Arg(1000000);

void logInclusionProof(benchmark::State& state) {
    const auto size = static_cast<std::uint64_t>(state.range(0));
    const rights::MerkleTree tree = treeOf(size);
    std::uint64_t index = 1;
    for (auto _ : state) {
        benchmark::DoNotOptimize(tree.inclusionProof(index, size));
        index = (index * 7919 + 1) % size;
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(logInclusionProof)->Arg(1000)->Arg(1000000);

void logConsistencyProof(benchmark::State& state) {
    const auto size = static_cast<std::uint64_t>(state.range(0));
    const rights::MerkleTree tree = treeOf(size);
    std::uint64_t first = 1;
    for (auto _ : state) {
        benchmark::DoNotOptimize(tree.consistencyProof(first, size));
        first = first * 7919 % (size - 1) + 1;
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(logConsistencyProof)->Arg(1000)->Arg(1000000);

}  // namespace

BENCHMARK_MAIN();
