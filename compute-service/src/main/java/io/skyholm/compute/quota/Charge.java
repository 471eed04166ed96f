package io.skyholm.compute.quota;

import io.skyholm.compute.size.Size;
import java.util.List;

/** What counts in which limits for one thing: what is given back later is exactly this. */
public record Charge(List<String> scopes, int instances, Size size) {

    /** Nothing counts any more. */
    public static final Charge NONE = new Charge(List.of(), 0, Size.NONE);

    /** The same scopes with another size. */
    public Charge of(Size other) {
        return new Charge(scopes, instances, other);
    }
}
