package io.skyholm.events.host;

/** What is wanted of a console. */
public enum ConsoleUse {
    /** The last of what the machine has written to it. */
    LOG,
    /** To read it as it is written, and to type into it. */
    SERIAL
}
