package io.skyholm.runtime.housekeeping;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** The policies of this service's tables, with what the operator has set otherwise. */
@Singleton
class Retentions {

    private static final String SETTING = "skyholm.kept.";

    private final List<Retention> expiring;
    private final Map<String, String> exempt = new TreeMap<>();

    Retentions(@All List<RetentionPolicy> policies, Config config) {
        policies.forEach(policy -> exempt.putAll(policy.exempt()));
        this.expiring = policies.stream()
                .flatMap(policy -> policy.expiring().stream())
                .filter(retention -> !exempt.containsKey(retention.table()))
                .map(retention -> retention.keeping(config.getOptionalValue(SETTING + retention.table(), Duration.class)
                        .orElse(retention.kept())))
                .toList();
    }

    List<Retention> expiring() {
        return expiring;
    }

    Map<String, String> exempt() {
        return exempt;
    }
}
