package io.skyholm.system.fuzz;

import io.skyholm.system.calls.IdSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Ids that the caller knows, some that others know, and some that are nobody's.
 *
 * @param onlyMade whether only what this run has made is named
 */
record ChosenIds(Ids own, Ids everybodys, boolean onlyMade, RandomGenerator random) implements IdSource {

    @Override
    public String ofKind(String kind) {
        return switch (random.nextInt(16)) {
            case 0 -> Ids.nobodys(random);
            case 1 -> onlyMade ? Ids.nobodys(random) : own.any(random);
            case 2 -> (onlyMade ? own : everybodys).ofKind(kind, onlyMade, random);
            default -> own.ofKind(kind, onlyMade, random);
        };
    }

    @Override
    public Optional<String> within(String template) {
        return switch (random.nextInt(12)) {
            case 0 -> Optional.empty();
            case 1 -> (onlyMade ? own : everybodys).known(template, onlyMade, random);
            default -> own.known(template, onlyMade, random);
        };
    }
}
