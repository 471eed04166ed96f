package io.skyholm.agent.act;

import io.skyholm.events.host.DesiredState;

/** Opens what only this host can read of a desired state. */
@FunctionalInterface
public interface SecretOpener {

    /** The text that was sealed in that desired state; fails if this host has no key to it. */
    String open(DesiredState desired, String sealed);
}
