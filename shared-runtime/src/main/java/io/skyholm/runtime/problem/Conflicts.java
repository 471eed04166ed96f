package io.skyholm.runtime.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the unique constraints of a table refuse, in words: a code for programs and a sentence for people. */
public final class Conflicts implements UnaryOperator<Throwable> {

    /** Of a table that has none that a caller could meet. */
    public static final Conflicts NONE = new Conflicts(Map.of());

    private record Words(String code, String detail) {}

    private final Map<String, Words> words;

    private Conflicts(Map<String, Words> words) {
        this.words = words;
    }

    /** What it means that this constraint is violated. */
    public static Conflicts of(String constraint, String code, String detail) {
        return NONE.or(constraint, code, detail);
    }

    /** As these, and what it means that this one is. */
    public Conflicts or(String constraint, String code, String detail) {
        Map<String, Words> more = new LinkedHashMap<>(words);
        more.put(constraint, new Words(code, detail));
        return new Conflicts(more);
    }

    /** The refusal in words; every other failure stays what it is. */
    @Override
    public Throwable apply(Throwable failure) {
        for (Map.Entry<String, Words> one : words.entrySet()) {
            if (DatabaseProblems.violates(one.getKey()).test(failure)) {
                return Problem.of(
                        ProblemKind.CONFLICT,
                        one.getValue().code(),
                        one.getValue().detail());
            }
        }
        return failure;
    }
}
