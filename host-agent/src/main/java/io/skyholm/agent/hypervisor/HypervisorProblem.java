package io.skyholm.agent.hypervisor;

/** Why a hypervisor did not do what it was asked: a sentence that a person can act on. */
public final class HypervisorProblem extends RuntimeException {

    /** What is to be expected when it is tried again. */
    private enum Prospect {
        OPEN,
        PASSING,
        LASTING
    }

    private final Prospect prospect;

    public HypervisorProblem(String sentence) {
        this(Prospect.OPEN, sentence);
    }

    public HypervisorProblem(String sentence, Throwable cause) {
        super(sentence, cause);
        this.prospect = Prospect.OPEN;
    }

    private HypervisorProblem(Prospect prospect, String sentence) {
        super(sentence);
        this.prospect = prospect;
    }

    /** Something else has to come first, and is expected to. */
    public static HypervisorProblem notYet(String sentence) {
        return new HypervisorProblem(Prospect.PASSING, sentence);
    }

    /** Whether it is no failure, but a matter of waiting. */
    public boolean isPassing() {
        return prospect == Prospect.PASSING;
    }

    /** It comes of what is desired itself, such as a broken image, and would fail again however often it is tried. */
    public static HypervisorProblem forGood(String sentence) {
        return new HypervisorProblem(Prospect.LASTING, sentence);
    }

    /** Whether trying again is of no use before something else is desired. */
    public boolean isLasting() {
        return prospect == Prospect.LASTING;
    }
}
