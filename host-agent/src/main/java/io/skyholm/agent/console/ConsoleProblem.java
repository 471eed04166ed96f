package io.skyholm.agent.console;

import org.jspecify.annotations.Nullable;

/** Why the platform was not told of a console. */
final class ConsoleProblem extends RuntimeException {

    ConsoleProblem(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
