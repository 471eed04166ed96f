package io.skyholm.audit.entry;

/** Whether what was tried was done. */
public enum AuditStatus {
    SUCCESS,
    FAILURE
}
