package io.skyholm.audit.chain;

/** Whether what was tried was done. */
public enum AuditStatus {
    SUCCESS,
    FAILURE,
    /** The service died before it could tell. */
    UNKNOWN
}
