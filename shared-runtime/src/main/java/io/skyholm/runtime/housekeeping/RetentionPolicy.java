package io.skyholm.runtime.housekeeping;

import java.util.List;
import java.util.Map;

/** What happens to the rows of a service's tables in the long run. A bean of this type names every table of its service. */
public interface RetentionPolicy {

    /** Tables whose rows are deleted when they are old. */
    List<Retention> expiring();

    /**
     * Tables from which housekeeping deletes nothing, each with the reason why it does not grow without end, or may. One that
     * is named here stays also where rows of this table expire in other services.
     */
    Map<String, String> exempt();
}
