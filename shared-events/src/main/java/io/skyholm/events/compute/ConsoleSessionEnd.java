package io.skyholm.events.compute;

/** Why nobody types into a console any more. */
public enum ConsoleSessionEnd {
    /** Whoever opened it left. */
    LEFT,
    /** The same person opened it anew. */
    TAKEN_OVER,
    /** The guest stopped, or its host ended the line. */
    CONSOLE_ENDED,
    /** The host did not answer. */
    HOST_SILENT,
    /** Nothing was typed or written for too long. */
    IDLE,
    /** It lasted as long as one may. */
    TOO_LONG,
    /** Whoever opened it has logged out, or may not use the instance any more, or it is on another machine, or gone. */
    RIGHT_LOST,
    /** What held it ended, and said nothing. */
    LOST
}
