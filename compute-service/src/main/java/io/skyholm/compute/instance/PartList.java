package io.skyholm.compute.instance;

import io.skyholm.compute.part.NetworksColumn;
import io.skyholm.events.compute.WantedNetwork;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What other services prepare for an instance: the networks it is to be in, of whose it may join any, which parts it asks for, and
 * which it still holds; one that is not asked for is held until it is released.
 */
@Embeddable
public class PartList {

    @Convert(converter = NetworksColumn.class)
    List<WantedNetwork> networks = List.of();

    private String @Nullable [] networkGroups;
    private String[] partsWanted = new String[0];
    private String[] partsHeld = new String[0];

    protected PartList() {}

    PartList(List<WantedNetwork> networks, @Nullable Set<UUID> groups) {
        join(networks, groups);
    }

    /** It is to be in those networks, of which it may join those of these groups' members. */
    final void join(List<WantedNetwork> others, @Nullable Set<UUID> groups) {
        networks = others;
        networkGroups = groups == null
                ? null
                : groups.stream().map(UUID::toString).sorted().toArray(String[]::new);
    }

    @Nullable List<UUID> networkGroupIds() {
        return networkGroups == null
                ? null
                : Stream.of(networkGroups).map(UUID::fromString).toList();
    }

    public List<String> wanted() {
        return List.of(partsWanted);
    }

    public List<String> held() {
        return List.of(partsHeld);
    }

    void want(List<String> names) {
        partsWanted = names.toArray(String[]::new);
        partsHeld = names.toArray(String[]::new);
    }

    /** One that it needs from now on, or does not need any more. */
    void want(String name, boolean isNeeded) {
        partsWanted = with(partsWanted, name, isNeeded);
        partsHeld = isNeeded ? with(partsHeld, name, true) : partsHeld;
    }

    private static String[] with(String[] names, String name, boolean isThere) {
        Stream<String> others = Stream.of(names).filter(other -> !other.equals(name));
        return Stream.concat(isThere ? Stream.of(name) : Stream.empty(), others).toArray(String[]::new);
    }

    public void release() {
        partsWanted = new String[0];
    }

    public void released() {
        partsHeld = new String[0];
    }
}
