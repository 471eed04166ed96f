package io.skyholm.hosts.volume;

import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingKind;
import java.util.UUID;

/** A volume as its host is to have it. */
public record DesiredVolume(UUID id, long generation, boolean present, int sizeGb) implements DesiredState {

    public static final ThingKind KIND = new ThingKind("VOLUME");

    @Override
    public ThingKey key() {
        return new ThingKey(KIND, id);
    }
}
