package io.skyholm.runtime.tenant;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** Ids of everything: UUIDv7, so that what is made later sorts later. */
public final class Ids {

    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    /** A new id. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
