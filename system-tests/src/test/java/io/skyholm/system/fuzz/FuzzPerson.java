package io.skyholm.system.fuzz;

import java.time.Duration;
import java.util.function.Supplier;

/** Somebody who sends requests: what they show at the door, and which ids they know. */
final class FuzzPerson {

    /** Well within what a token lasts. */
    private static final long RENEWED_AFTER_NANOS = Duration.ofMinutes(3).toNanos();

    private final String name;
    private final Supplier<String> login;
    private final boolean operator;
    private final Ids ids = new Ids();
    private String token;
    private long since = System.nanoTime();

    FuzzPerson(String name, boolean operator, Supplier<String> login) {
        this.name = name;
        this.operator = operator;
        this.login = login;
        this.token = login.get();
    }

    String name() {
        return name;
    }

    /** Whether they may change what all tenants stand on. */
    boolean isOperator() {
        return operator;
    }

    boolean isNobody() {
        return token().isEmpty();
    }

    Ids ids() {
        return ids;
    }

    synchronized String token() {
        if (System.nanoTime() - since > RENEWED_AFTER_NANOS) {
            token = login.get();
            since = System.nanoTime();
        }
        return token;
    }
}
