package io.skyholm.storage.object;

import java.util.stream.Stream;

/** How far an object has come. */
enum ObjectStatus {
    /** Its parts come in. */
    RECEIVING,
    /** Its bytes are whole, and what was announced. */
    STORED,
    /** Nobody needs them any more. */
    REMOVING;

    /** Whether it may become that next. */
    boolean canBecome(ObjectStatus next) {
        return switch (this) {
            case RECEIVING -> next == STORED || next == REMOVING;
            case STORED -> next == REMOVING;
            case REMOVING -> false;
        };
    }

    /** The names of those that may become this. */
    String[] origins() {
        return Stream.of(values())
                .filter(status -> status.canBecome(this))
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
