package io.skyholm.compute.consolesession;

/** How far a console is that somebody asked for. */
enum ConsoleSessionStatus {
    /** It can be opened, for a minute. */
    TICKET,
    OPEN,
    ENDED
}
