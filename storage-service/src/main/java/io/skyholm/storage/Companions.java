package io.skyholm.storage;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Sequentially;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Deletes what is named of something in the transaction that deletes that. */
@Singleton
public class Companions {

    /** Deletes what is named, kind after kind; whoever names something else is refused. */
    public Uni<Void> delete(Deletion deletion, UUID owner, Set<UUID> named, List<? extends Companion> kinds) {
        if (named.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<? extends Companion> ordered =
                kinds.stream().sorted(Comparator.comparingInt(Companion::order)).toList();
        Set<UUID> unknown = new HashSet<>(named);
        return Sequentially.of(
                        ordered, kind -> delete(deletion, owner, named, kind).invoke(unknown::removeAll))
                .invoke(() -> checkKnown(unknown))
                .replaceWithVoid();
    }

    private static Uni<List<UUID>> delete(Deletion deletion, UUID owner, Set<UUID> named, Companion kind) {
        return deletion.work()
                .values(UUID.class, kind.named(), owner, named.toArray(UUID[]::new))
                .call(ids -> Sequentially.of(ids, id -> kind.deleteNamed(deletion, id)));
    }

    private static void checkKnown(Set<UUID> unknown) {
        if (!unknown.isEmpty()) {
            String one = unknown.stream()
                    .min(Comparator.naturalOrder())
                    .orElseThrow()
                    .toString();
            throw Problem.invalid(Deletion.WITH, "names " + one + ", which cannot be deleted with it");
        }
    }
}
