package io.skyholm.local.command;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.artifact.Maven;
import io.skyholm.local.debian.DebianPackages;
import io.skyholm.local.process.Launch;
import io.skyholm.local.terminal.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes something that a real machine boots, on the spot, so that nobody has to find an image first. */
@Command(
        name = "guest",
        description =
                "Make a disk from which a tiny guest boots, of Debian's kernel and packages: an image to begin with.")
final class Guest implements Callable<Integer> {
    private static final DebianPackages MADE_OF = new DebianPackages(
            "what the guest is made of",
            List.of("apt-get", "busybox", "grub-mkimage", "/usr/lib/grub/i386-pc/boot.img", "/sbin/mke2fs"),
            List.of("busybox-static", "grub-common", "grub-pc-bin", "e2fsprogs"),
            "Debian's apt, of which it has its kernel");

    @Parameters(paramLabel = "FILE", description = "Where the disk is written, raw, of 32 MiB.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        MADE_OF.require("guest", new Console(System.out));
        Path scripts = DefaultSuite.site().checkout().root().resolve("deploy/guest");
        Path disk = file.toAbsolutePath();
        List<String> command = List.of(
                "bash",
                scripts.resolve("make-disk").toString(),
                scripts.resolve("init").toString(),
                disk.toString());
        if (Maven.visibly(new Launch(command, Map.of(), scripts)) != 0) {
            throw new LaunchProblem("the guest could not be made", "mend what is named above, then try again");
        }
        System.out.println(disk);
        return 0;
    }
}
