package io.skyholm.compute.console;

import org.jspecify.annotations.Nullable;

/**
 * What has become of a request for a console.
 *
 * @param log what the host has read
 * @param failure why it could read nothing, for a person
 */
record ConsoleAnswer(
        boolean isAnswered, @Nullable String log, @Nullable String failure) {

    /** The log; fails with a problem if the host could not read it. */
    String text() {
        if (log == null) {
            throw ConsoleProblems.unreadable(failure == null ? "its host does not say why" : failure);
        }
        return log;
    }

    /** Never tells what a guest has written. */
    @Override
    public String toString() {
        return "ConsoleAnswer";
    }
}
