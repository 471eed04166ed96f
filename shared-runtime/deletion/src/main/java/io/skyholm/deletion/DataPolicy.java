package io.skyholm.deletion;

import io.skyholm.events.deletion.DataOwner;
import java.util.List;
import java.util.Map;

/**
 * What a service or module does with tables that need no bean of their own when a tenant or a user is deleted. Together with the
 * {@link DataHolder}s they name every table that holds data of one.
 */
public interface DataPolicy {

    /** Tables whose rows are deleted. */
    default List<DataHolder> deleted() {
        return List.of();
    }

    /** Tables that are left as they are, each with the reason. */
    Map<String, String> kept(DataOwner owner);
}
