package io.skyholm.network.port;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Which security groups guard which ports. */
@ApplicationScoped
public class PortGroups {

    private static final String OF_PORT =
            "select security_group_id from port_security_group where port_id = $1 order by 1";
    private static final String CLEAR = "delete from port_security_group where port_id = $1";
    private static final String ADD = """
            insert into port_security_group (port_id, security_group_id) select $1, unnest($2::uuid[])""";

    /** The groups that guard the port. */
    public Uni<List<UUID>> of(Work work, UUID port) {
        return work.values(UUID.class, OF_PORT, port);
    }

    /** A port that is gone needs no guard, and keeps no group from being forgotten. */
    public void clear(Work work, UUID port) {
        work.send(CLEAR, port);
    }

    /** From now on it is these groups that guard the port. */
    public void replace(Work work, UUID port, List<UUID> groups) {
        work.send(CLEAR, port);
        if (!groups.isEmpty()) {
            work.send(ADD, port, groups.stream().distinct().toArray(UUID[]::new));
        }
    }
}
