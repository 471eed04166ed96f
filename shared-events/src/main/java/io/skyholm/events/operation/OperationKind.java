package io.skyholm.events.operation;

/** What an operation does. */
public enum OperationKind {
    CREATE,
    START,
    STOP,
    RESTART,
    SUSPEND,
    RESUME,
    RESIZE,
    REBUILD,
    /** Gives root another password, for which a running instance restarts. */
    RESET_PASSWORD,
    DELETE,
    UNDELETE,
    /** Brings an instance to another machine, because its own is being emptied. */
    MOVE,
    /** Starts an instance elsewhere, because its machine is lost. */
    RECOVER,
    START_SET,
    STOP_SET,
    LAUNCH_SET,
    START_MANY,
    STOP_MANY,
    RESTART_MANY,
    DELETE_MANY
}
