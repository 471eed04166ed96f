package io.skyholm.local.terminal;

import java.io.Console;
import java.util.Optional;

/** The person at the keyboard, if there is one. */
public final class Terminal {
    private Terminal() {}

    public static Optional<String> ask(String question) {
        return console().map(terminal -> terminal.readLine("%s ", question));
    }

    /** The same without showing what is typed. */
    public static Optional<String> askForSecret(String question) {
        return console().map(terminal -> terminal.readPassword("%s ", question)).map(String::valueOf);
    }

    /** JDK 22 to 24 never return null, all others do when input or output is not a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
