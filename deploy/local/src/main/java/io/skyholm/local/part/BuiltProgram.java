package io.skyholm.local.part;

import io.skyholm.local.aot.AotMode;
import io.skyholm.local.aot.JavaProgram;
import io.skyholm.local.aot.Tuning;
import io.skyholm.local.artifact.Module;
import io.skyholm.local.home.Site;
import java.nio.file.Path;
import java.util.List;

/** The command line of what this tree builds. */
final class BuiltProgram {
    private BuiltProgram() {}

    static List<String> of(Module module, Site site, int heapMiB, AotMode mode) {
        Path root = site.checkout().root();
        List<String> options = Tuning.configured(System.getenv()).options(heapMiB);
        return JavaProgram.ofJar(module.part(), options, module.jar(root), module.libraries(root))
                .command(site.aotCaches(), mode);
    }
}
