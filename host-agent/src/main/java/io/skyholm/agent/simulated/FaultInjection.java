package io.skyholm.agent.simulated;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What goes wrong on a simulated host. By chance: a share of all steps. By a machine's name: {@code fail-start} in it makes
 * every start fail, {@code once-start} the first, {@code slow-start} takes ten times as long, {@code hang-start} never ends;
 * and so for every other step.
 */
public final class FaultInjection {

    private static final int SLOW = 10;

    private final Duration longest;
    private final double failing;
    private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();

    /** Steps that take so long at most and half of it at least, and of which a share from 0 to 1 fails. */
    public FaultInjection(Duration longest, double failing) {
        this.longest = longest;
        this.failing = failing;
    }

    /** Nothing takes time, and only names make anything fail. */
    public static FaultInjection none() {
        return new FaultInjection(Duration.ZERO, 0);
    }

    /** Reads what a person configured, such as {@code latency=200,failing=0.05}: milliseconds, and a share. */
    public static FaultInjection of(Map<String, String> told) {
        return new FaultInjection(
                Duration.ofMillis(Long.parseLong(told.getOrDefault("latency", "200"))),
                Double.parseDouble(told.getOrDefault("failing", "0")));
    }

    /** Lets the time pass that the step takes, and fails if it shall. */
    void meet(String step, String name) {
        if (name.contains("hang-" + step)) {
            pass(Duration.ofDays(1));
        }
        pass(name.contains("slow-" + step) ? longest.multipliedBy(SLOW) : time());
        boolean chance = failing > 0 && ThreadLocalRandom.current().nextDouble() < failing;
        boolean once = name.contains("once-" + step) && failedOnce.add(step + name);
        if (chance || once || name.contains("fail-" + step)) {
            throw new HypervisorProblem("The simulated hypervisor does not " + step + " " + name + ", as it was told");
        }
    }

    /** Ends early when the thread is interrupted. */
    static void pass(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new HypervisorProblem("The step was interrupted", interrupted);
        }
    }

    private Duration time() {
        long most = longest.toMillis();
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
