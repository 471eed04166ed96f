package io.skyholm.identity.quota;

/** Where a limit is set. */
public enum QuotaLevel {
    TENANT,
    GROUP,
    USER
}
