package io.skyholm.deletion;

import io.quarkus.arc.All;
import io.skyholm.events.deletion.DataOwner;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that a service holds of tenants and users, and what becomes of it. */
@Singleton
public class Holders {

    private final List<DataHolder> holders;
    private final List<DataPolicy> policies;

    Holders(@All List<DataHolder> holders, @All List<DataPolicy> policies) {
        this.policies = policies;
        this.holders = Stream.concat(holders.stream(), policies.stream().flatMap(policy -> policy.deleted().stream()))
                .toList();
    }

    /** Whether anything goes with one of those. */
    boolean has(DataOwner owner) {
        return of(owner).findAny().isPresent();
    }

    /** What goes with a tenant or with a user, by the stage in which it does. */
    List<List<DataHolder>> stages(DataOwner owner) {
        Map<DeletionStage, List<DataHolder>> stages = new EnumMap<>(DeletionStage.class);
        of(owner).forEach(holder -> stages.computeIfAbsent(holder.holding().stage(), stage -> new ArrayList<>())
                .add(holder));
        return List.copyOf(stages.values());
    }

    /** Every table that is named for a tenant or for a user, with what becomes of its rows. */
    public Map<String, List<String>> tables(DataOwner owner) {
        Map<String, List<String>> tables = new TreeMap<>();
        of(owner).forEach(holder -> holder.holding()
                .tables()
                .forEach(table -> name(tables, table, holder.holding().name())));
        policies.forEach(
                policy -> policy.kept(owner).forEach((table, reason) -> name(tables, table, "kept: " + reason)));
        return tables;
    }

    private static void name(Map<String, List<String>> tables, String table, String what) {
        tables.computeIfAbsent(table, named -> new ArrayList<>()).add(what);
    }

    private Stream<DataHolder> of(DataOwner owner) {
        return holders.stream().filter(holder -> holder.holding().owner() == owner);
    }
}
