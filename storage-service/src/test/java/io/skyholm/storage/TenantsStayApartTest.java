package io.skyholm.storage;

import io.skyholm.runtime.testing.rules.TenantsStayApart;
import java.util.Set;

class TenantsStayApartTest extends TenantsStayApart {

    TenantsStayApartTest() {
        super("storage", Set.of("image", "image_version", "image_tag", "storage_transfer"), Set.of());
    }
}
