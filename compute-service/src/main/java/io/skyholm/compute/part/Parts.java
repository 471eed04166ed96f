package io.skyholm.compute.part;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parts that every new place of an instance needs, in the order in which they are waited for. */
@Singleton
public class Parts {

    private final List<Part> all;

    Parts(@All List<Part> all) {
        this.all = all.stream().sorted(Comparator.comparing(Part::name)).toList();
    }

    /** All of them. */
    public List<Part> all() {
        return all;
    }

    /** The names of those that an instance needs that boots from that version of an image, or from none. */
    public List<String> names(@Nullable UUID imageVersion) {
        return all.stream()
                .filter(part -> part.isNeeded(imageVersion))
                .map(Part::name)
                .toList();
    }
}
