package io.skyholm.local;

/** A failure a person can act on: what happened, and what to do about it. */
public final class LaunchProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LaunchProblem(String what, String remedy) {
        super(what + System.lineSeparator() + "  -> " + remedy);
    }

    public LaunchProblem(String what, String remedy, Throwable cause) {
        super(what + System.lineSeparator() + "  -> " + remedy, cause);
    }
}
