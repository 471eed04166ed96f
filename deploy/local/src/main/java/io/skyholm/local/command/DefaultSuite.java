package io.skyholm.local.command;

import io.skyholm.local.home.Checkout;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Ports;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.PidFile;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.SuiteLock;
import java.nio.file.Path;
import java.util.Map;

/** The suite a person means who says nothing else: that of this checkout, with its data and the usual ports. */
final class DefaultSuite {
    private DefaultSuite() {}

    static Site site() {
        Checkout checkout = Checkout.find();
        Path generated = checkout.generated(System.getenv());
        DataDirectory data = new DataDirectory(generated.resolve("data"));
        return new Site(checkout, generated, data, ports(data).changedBy(System.getenv()));
    }

    /** Those that it runs at; the usual ones if nobody watches it. */
    private static Ports ports(DataDirectory data) {
        boolean runs = new PidFile(data.pidFile("supervisor")).living().isPresent()
                || SuiteLock.starter(data)
                        .filter(process -> !process.equals(ProcessHandle.current()))
                        .isPresent();
        return runs ? Ports.startedWith(data.ports()) : Ports.configured(Map.of());
    }

    static Suite suite() {
        return new Suite(site());
    }
}
