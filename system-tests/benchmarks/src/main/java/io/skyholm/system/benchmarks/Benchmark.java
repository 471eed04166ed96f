package io.skyholm.system.benchmarks;

/** One question about speed, answered by a run on this machine. */
interface Benchmark {

    /** Measures and prints. */
    void run() throws Exception;
}
