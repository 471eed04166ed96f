package io.skyholm.agent.hypervisor;

/** Why a hypervisor did not do what it was asked: a sentence that a person can act on. */
public final class HypervisorProblem extends RuntimeException {

    private final boolean passing;

    public HypervisorProblem(String sentence) {
        super(sentence);
        this.passing = false;
    }

    public HypervisorProblem(String sentence, Throwable cause) {
        super(sentence, cause);
        this.passing = false;
    }

    private HypervisorProblem(boolean passing, String sentence) {
        super(sentence);
        this.passing = passing;
    }

    /** Something else has to come first, and is expected to. */
    public static HypervisorProblem notYet(String sentence) {
        return new HypervisorProblem(true, sentence);
    }

    /** Whether it is no failure, but a matter of waiting. */
    public boolean isPassing() {
        return passing;
    }
}
