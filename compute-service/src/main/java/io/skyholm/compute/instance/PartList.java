package io.skyholm.compute.instance;

import jakarta.persistence.Embeddable;
import java.util.List;

/** Which parts an instance asks for, and which it still holds: one that is not asked for is held until it is released. */
@Embeddable
public class PartList {

    private String[] partsWanted = new String[0];
    private String[] partsHeld = new String[0];

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

    public void release() {
        partsWanted = new String[0];
    }

    public void released() {
        partsHeld = new String[0];
    }
}
