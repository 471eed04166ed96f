package io.skyholm.local.aot;

/**
 * Whether programs use their ahead-of-time caches, or also record what they load when they have none. Only a training run
 * records: what people and benchmarks start is not slowed down by it, and may be killed at any time.
 */
public enum AotMode {
    USE,
    RECORD
}
