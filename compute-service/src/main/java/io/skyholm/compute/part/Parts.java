package io.skyholm.compute.part;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

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

    /** Their names. */
    public List<String> names() {
        return all.stream().map(Part::name).toList();
    }
}
