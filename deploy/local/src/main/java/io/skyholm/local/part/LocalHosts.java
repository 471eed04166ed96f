package io.skyholm.local.part;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.home.Secrets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The hosts of a developer's machine. Compute and the hosts' agent derive the same tokens from one secret, so that hosts join
 * without anybody who hands them tokens.
 */
record LocalHosts(int count) {
    private static final String VARIABLE = "SKYHOLM_LOCAL_HOSTS";
    private static final String USUAL = "3";

    /** Up to so many each come into Kafka by themselves, as real hosts do, and speak often, as one person wants it. */
    private static final int FEW = 32;

    /** As many as the environment of the launcher says. */
    static LocalHosts configured(Map<String, String> environment) {
        String value = environment.getOrDefault(VARIABLE, USUAL).strip();
        if (!value.matches("[0-9]{1,4}")) {
            throw new LaunchProblem(
                    VARIABLE + "=" + value + " is no number of hosts", "give it one up to 9999, or unset it");
        }
        return new LocalHosts(Integer.parseInt(value));
    }

    /** Whether they are so many that they share what they speak with, and speak as rarely as thousands must. */
    boolean areFleet() {
        return count > FEW;
    }

    /** What they are called. */
    List<String> names() {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "host-" + number)
                .toList();
    }

    /** The environment variables of compute. */
    Map<String, String> environment(Secrets secrets) {
        return Map.of(
                "SKYHOLM_LOCAL_JOIN_SECRET",
                joinSecret(secrets),
                VARIABLE,
                Integer.toString(count),
                "SKYHOLM_HOSTS_FAST",
                Boolean.toString(!areFleet()));
    }

    String joinSecret(Secrets secrets) {
        return secrets.password("local_join");
    }
}
