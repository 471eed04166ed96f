package io.skyholm.agent.network;

import java.util.List;
import java.util.stream.Stream;

/** Looks after many things a few at a time, each in its turn. */
final class Turns {

    private final int atOnce;
    private int looked;

    Turns(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Those whose turn it is. */
    <T> List<T> next(List<T> all) {
        int first = all.isEmpty() ? 0 : looked % all.size();
        looked = first + atOnce;
        return Stream.concat(all.stream().skip(first), all.stream().limit(first))
                .limit(atOnce)
                .toList();
    }
}
