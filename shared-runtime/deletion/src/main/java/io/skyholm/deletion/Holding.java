package io.skyholm.deletion;

import io.skyholm.events.deletion.DataOwner;
import java.util.Set;

/**
 * One kind of data that a service holds.
 *
 * @param owner who is deleted for it to go
 * @param name what operators read while it is deleted: a plural, as in {@code instances}
 * @param tables the tables that it answers for
 */
public record Holding(DataOwner owner, DeletionStage stage, String name, Set<String> tables) {

    /** What goes with a tenant. */
    public static Holding ofTenant(DeletionStage stage, String name, String... tables) {
        return new Holding(DataOwner.TENANT, stage, name, Set.of(tables));
    }

    /** What goes with a user. */
    public static Holding ofUser(DeletionStage stage, String name, String... tables) {
        return new Holding(DataOwner.USER, stage, name, Set.of(tables));
    }
}
