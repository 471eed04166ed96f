package io.skyholm.agent.join;

/** Why a host could not join, for a person. */
public final class JoinProblem extends RuntimeException {

    public JoinProblem(String sentence) {
        super(sentence);
    }

    public JoinProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
