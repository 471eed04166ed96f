package io.skyholm.agent.firstboot;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.DiskSerial;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.network.StoredPorts;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.PortRoute;
import io.skyholm.events.host.PortSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class SeedsTest {

    private static final String HASH = "$6$salt$hash./of";
    private static final String SCRIPT = "#!/bin/sh\necho 'ä' \"$HOME\"\n";

    private final DesiredPort port = port();
    private final DesiredVm desired = DesiredThings.booting(
            DesiredThings.plugged(DesiredThings.machine("web"), port.id()), SCRIPT, HASH, "ssh-ed25519 AAAA me");
    private final Path folder;
    private final StoredPorts ports;
    private final Seeds seeds;

    SeedsTest(@TempDir Path folder) {
        this.folder = folder;
        this.ports = new StoredPorts(folder.resolve("seeds"));
        this.seeds = new Seeds(folder.resolve("seeds"), ports);
        seeds.make();
    }

    private static DesiredPort port() {
        DesiredPort plain = DesiredThings.port();
        return new DesiredPort(
                plain.id(),
                plain.generation(),
                true,
                plain.instanceId(),
                plain.tenantId(),
                plain.subnetId(),
                plain.macAddress(),
                null,
                1,
                List.of("10.64.0.2/16", "fd00:64::2/64"),
                List.of("10.64.0.1", "fd00:64::1"),
                List.of("10.0.0.53"),
                List.of(),
                new PortSettings(
                        1450,
                        List.of("a.example"),
                        List.of(),
                        List.of(new PortRoute("10.9.0.0/16", "10.64.0.9")),
                        null,
                        List.of()),
                null,
                List.of());
    }

    @Test
    void aSeedIsReadByItsOwnerAloneAndGoesWhole() throws IOException {
        ports.keep(port);
        seeds.write(desired, List.of());
        Path draft = Files.writeString(seeds.of(desired.id()).resolveSibling(desired.id() + ".seed.draft"), "half");
        assertThat(draft).exists();
        for (String file : List.of(desired.id() + ".seed", port.id() + ".port")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            folder.resolve("seeds").resolve(file))))
                    .isEqualTo("rw-------");
        }
        seeds.remove(desired.id());
        ports.forget(port.id());
        seeds.remove(desired.id());
        assertThat(folder.resolve("seeds")).isEmptyDirectory();
    }

    @Test
    void aSeedIsMadeAnewWhenWhatItSaysChangesAndIsTheSameOtherwise() throws IOException {
        ports.keep(port);
        seeds.write(desired, List.of());
        byte[] first = Files.readAllBytes(seeds.of(desired.id()));
        seeds.write(desired, List.of());
        assertThat(Files.readAllBytes(seeds.of(desired.id()))).isEqualTo(first);
        seeds.write(DesiredThings.rebuilt(desired), List.of());
        assertThat(new String(Files.readAllBytes(seeds.of(desired.id())), UTF_8))
                .contains("\"instance-id\":\"" + desired.instanceId() + "-1\"");
    }

    @Test
    void aMachineIsToldNothingBeforeItsPortIsKnown() {
        assertThatThrownBy(() -> seeds.write(desired, List.of()))
                .isInstanceOfSatisfying(HypervisorProblem.class, problem -> assertThat(problem.isPassing())
                        .isTrue());
        ports.keep(port);
        seeds.write(desired, List.of());
        assertThat(seeds.of(desired.id())).exists();
    }

    @Test
    void anImageHasItsNameAndItsFiles() {
        byte[] image = IsoImage.of("cidata", Map.of("empty", new byte[0], "three", new byte[4097]));
        assertThat(image).hasSize(24 * 2048);
        assertThat(new String(image, 16 * 2048 + 1, 5, US_ASCII)).isEqualTo("CD001");
        assertThat(new String(image, 16 * 2048 + 40, 32, US_ASCII).strip()).isEqualTo("cidata");
        assertThat(new String(image, 20 * 2048, 2048, US_ASCII)).contains("EMPTY.;1", "THREE.;1");
    }

    @Test
    void aMachineWithoutHostnameHasOneOfItsInstance() {
        DesiredVm nameless =
                EventJson.read(EventJson.write(desired).replaceAll("\"hostname\":\"[^\"]*\",?", ""), DesiredVm.class);
        String digits = desired.instanceId().toString().replace("-", "").substring(20);
        assertThat(new String(
                        NoCloud.files(nameless, List.of(), List.of()).getOrDefault("meta-data", new byte[0]), UTF_8))
                .contains("\"local-hostname\":\"instance-" + digits + "\"");
    }

    @Test
    void aGuestMountsItsDisksAtTheirPlacesFromTheOutsideIn() {
        DesiredAttachment within = DesiredThings.attachment(UUID.randomUUID(), desired, "/data/logs", 1);
        DesiredAttachment around =
                DesiredThings.readOnly(DesiredThings.attachment(UUID.randomUUID(), desired, "/data", 2));
        DesiredAttachment shared = DesiredThings.attachment(UUID.randomUUID(), desired, "/shared", 2);
        DesiredAttachment installer =
                DesiredThings.inDrive(DesiredThings.attachment(UUID.randomUUID(), desired), false);
        List<Attachment> disks =
                Stream.of(within, shared, around, installer).map(Attachment::of).toList();
        assertThat(vendorData(disks))
                .startsWith("#cloud-boothook\n#!/bin/sh\n")
                .contains("  mount_disk " + DiskSerial.of(around.diskId()) + " ro '/data'\n  mount_disk "
                        + DiskSerial.of(within.diskId()) + " rw '/data/logs'\n)")
                .doesNotContain("/shared", DiskSerial.of(installer.diskId()));
        assertThat(vendorData(List.of(Attachment.of(shared)))).doesNotContain("mount_disk");
    }

    private String vendorData(List<Attachment> disks) {
        return new String(NoCloud.files(desired, List.of(), disks).getOrDefault("vendor-data", new byte[0]), UTF_8);
    }

    /** What cloud-init makes of it. */
    private record Understood(
            String instance,
            String hostname,
            List<String> keys,
            List<List<String>> user,
            List<List<String>> vendor,
            String netplan,
            List<List<String>> routes) {}

    @Test
    @EnabledIfSystemProperty(named = "skyholm.real", matches = "true")
    void cloudInitUnderstandsAllOfIt() throws IOException, InterruptedException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Attachment data = Attachment.of(DesiredThings.attachment(UUID.randomUUID(), desired, "/srv/it's $HOME", 1));
        for (Map.Entry<String, byte[]> file :
                NoCloud.files(desired, List.of(port, second()), List.of(data)).entrySet()) {
            assertThat(Files.write(files.resolve(file.getKey()), file.getValue()))
                    .exists();
        }
        Understood understood = understood(files);
        assertThat(understood.instance()).isEqualTo(desired.instanceId() + "-0");
        assertThat(understood.hostname()).isEqualTo("web");
        assertThat(understood.keys()).containsExactly("ssh-ed25519 AAAA me");
        assertThat(understood.user()).containsExactly(List.of("text/x-shellscript", SCRIPT));
        assertThat(understood.vendor()).singleElement().satisfies(part -> assertThat(part.getFirst())
                .isEqualTo("text/cloud-boothook"));
        assertThat(understood.vendor().getFirst().getLast()).contains("root:" + HASH + "\n");
        String line = "mount_disk " + DiskSerial.of(data.diskId()) + " rw '/srv/it'\\''s $HOME'\n";
        assertThat(understood.vendor().getFirst().getLast()).contains(line);
        assertThat(understood.netplan())
                .contains("10.64.0.2/16", "fd00:64::2/64", "mtu: 1450", "10.0.0.53", "a.example", "set-name: eth1");
        assertThat(understood.routes())
                .containsExactly(
                        List.of("0.0.0.0", "10.64.0.1"), List.of("::", "fd00:64::1"), List.of("10.9.0.0", "10.64.0.9"));
    }

    /** Not that of the default route. */
    private static DesiredPort second() {
        return DesiredThings.port(UUID.randomUUID(), 1, true);
    }

    /** By the interpreter that Debian's packages are made for. */
    private static Understood understood(Path files) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "/usr/bin/python3", "src/test/resources/guest/read-seed.py", files.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return EventJson.read(said, Understood.class);
    }
}
