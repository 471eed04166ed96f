package io.skyholm.local.command;

import io.skyholm.local.home.Checkout;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Ports;
import io.skyholm.local.home.Site;
import io.skyholm.local.suite.Suite;
import java.nio.file.Path;

/** The suite a person means who says nothing else: that of this checkout, with its data and the usual ports. */
final class DefaultSuite {
    private DefaultSuite() {}

    static Site site() {
        Checkout checkout = Checkout.find();
        Path generated = checkout.generated(System.getenv());
        return new Site(
                checkout, generated, new DataDirectory(generated.resolve("data")), Ports.configured(System.getenv()));
    }

    static Suite suite() {
        return new Suite(site());
    }
}
