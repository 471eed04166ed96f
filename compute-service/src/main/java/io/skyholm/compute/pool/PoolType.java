package io.skyholm.compute.pool;

/** What a pool here holds; pools of storage and of addresses are those of other services. */
public enum PoolType {
    COMPUTE
}
