package io.skyholm.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What an installation decides about its audit. */
@ConfigMapping(prefix = "skyholm.audit")
public interface AuditSettings {

    /** How many whole months stay searchable; older ones go to the archive. */
    @WithDefault("24")
    int retention();

    /** The folder of the archive. */
    @WithDefault("audit-archive")
    Path archive();

    /** How often months are made, and those past retention archived. */
    @WithDefault("1h")
    Duration look();

    /** How often the heads of chains are signed. */
    @WithDefault("1h")
    Duration digests();

    /** The socket of the process that signs them; without one, they are signed with a key that ends with this process. */
    Optional<Path> signer();

    /** How many may watch one process at the same time. */
    @WithDefault("20")
    int streams();

    /** How many of one tenant may do so. */
    @WithDefault("10")
    int streamsOfTenant();

    /** How many streams one caller may watch. */
    @WithDefault("5")
    int streamsOfCaller();

    /** How long somebody may watch before they come again. */
    @WithDefault("1h")
    Duration watch();
}
