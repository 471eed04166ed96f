package io.skyholm.events.storage;

/** Whether a host has its storage pool in Ceph. */
public enum CephPoolStatus {
    /** Its host is to connect with what it was told last. */
    CONNECTING,
    /** Its host has connected with what it was told last. */
    CONNECTED,
    /** Its host cannot connect, or has not answered; what it was connected with before may go on working. */
    ERROR,
    /** Its storage pool was deleted, and its host is to forget the key. */
    DELETING,
    /** Its host has forgotten the key. */
    DELETED
}
