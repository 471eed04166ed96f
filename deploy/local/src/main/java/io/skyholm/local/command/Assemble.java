package io.skyholm.local.command;

import io.skyholm.local.aot.AotWorkshop;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Background;
import io.skyholm.local.process.PidFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes the caches for faster starts while nobody waits. */
@Command(name = "assemble", hidden = true)
final class Assemble implements Callable<Integer> {

    static void inBackground(Site site) {
        if (new AotWorkshop(site.caches()).hasWork() && pidFile(site).living().isEmpty()) {
            pidFile(site)
                    .write(Background.start(Self.launch("assemble"), site.data().log("assemble")));
            System.out.println("The next start will be faster: its caches are being made in the background.");
        }
    }

    static PidFile pidFile(Site site) {
        return new PidFile(site.generated().resolve("assemble.pid"));
    }

    @Override
    public Integer call() {
        new AotWorkshop(Here.site().caches()).work(new Console(System.out));
        pidFile(Here.site()).delete();
        return 0;
    }
}
