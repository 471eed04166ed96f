package io.skyholm.compute.instance;

import io.skyholm.events.EventJson;
import io.skyholm.events.compute.WantedNetwork;
import java.util.Collection;
import java.util.List;

/** How lists are kept in columns. */
final class Texts {

    private Texts() {}

    static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    static String networks(List<WantedNetwork> networks) {
        return EventJson.write(networks);
    }

    static List<WantedNetwork> networks(String column) {
        return List.of(EventJson.read(column, WantedNetwork[].class));
    }
}
