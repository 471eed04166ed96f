package io.skyholm.runtime.housekeeping;

import java.util.Map;
import java.util.TreeMap;

/** Tables of which nothing expires, by the reasons why; a {@link RetentionPolicy} lists them. */
public final class Exemptions {

    private final Map<String, String> reasons = new TreeMap<>();

    /** Tables whose rows bills and the audit refer to. */
    public Exemptions named(String... tables) {
        return because("audit entries and bills name it, also after it was deleted", tables);
    }

    /** Tables that hold what another service owns. */
    public Exemptions replicas(String... tables) {
        return because("one row for each that its owner has; its generation refuses older facts", tables);
    }

    /** Tables of what each tenant, group and user uses of its quota. */
    public Exemptions quotas(String... tables) {
        return because("one row for each tenant, group and user", tables);
    }

    /** Tables that stay for another reason. */
    public Exemptions because(String reason, String... tables) {
        for (String table : tables) {
            reasons.put(table, reason);
        }
        return this;
    }

    /** The reason for each table. */
    public Map<String, String> toMap() {
        return Map.copyOf(reasons);
    }
}
