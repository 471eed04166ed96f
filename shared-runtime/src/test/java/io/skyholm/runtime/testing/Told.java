package io.skyholm.runtime.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events that the service under test has published, as its outbox keeps them. */
public final class Told {

    private Told() {}

    /** The events of that aggregate, oldest first. */
    public static List<Map<String, @Nullable Object>> of(UUID aggregate) {
        return Sql.asSuperuser(ServiceName.underTest())
                .rows(
                        "select * from outbox_event where aggregate_id = ? order by generation, id",
                        aggregate.toString());
    }

    /** Only their types. */
    public static List<String> types(UUID aggregate) {
        return of(aggregate).stream()
                .map(event -> String.valueOf(event.get("type")))
                .toList();
    }
}
