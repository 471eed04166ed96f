package io.skyholm.identity.registration;

import io.skyholm.events.identity.QuotaConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a tenant may hold that somebody has registered by themselves, until the operator decides otherwise. */
@ConfigMapping(prefix = "skyholm.registration.quota")
interface StarterQuota {

    @WithDefault("10")
    long instances();

    @WithDefault("40")
    long vcpus();

    @WithDefault("131072")
    long memoryMb();

    @WithDefault("1000")
    long storageGb();

    @WithDefault("0")
    long gpus();

    @WithDefault("10")
    long publicAddresses();

    @WithDefault("20")
    long disks();

    @WithDefault("20")
    long containers();

    /** As the tenant gets it. */
    default QuotaConfig quota() {
        return new QuotaConfig(
                instances(), vcpus(), memoryMb(), storageGb(), gpus(), publicAddresses(), disks(), containers());
    }
}
