package io.skyholm.system.benchmarks.measure;

/** One question about speed, answered by a run on this machine. */
public interface Benchmark {

    /** Measures and prints. */
    void run() throws Exception;
}
