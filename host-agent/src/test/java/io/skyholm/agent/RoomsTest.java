package io.skyholm.agent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredCephPool;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DesiredDiskCheck;
import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.host.DesiredVm;

@AnalyzeClasses(packages = "io.skyholm.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CIRCLES = slices().matching("io.skyholm.agent.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a room is understood when the rooms it stands on are");

    @ArchTest
    static final ArchRule LIBVIRT_IS_KNOWN_TO_ITS_ROOM_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("..agent.libvirt")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.libvirt.."))
            .because("what a hypervisor is asked for is said without it");

    @ArchTest
    static final ArchRule KINDS_ARE_NAMED_BY_THEIR_DRIVERS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..agent.vm",
                    "..agent.port",
                    "..agent.cephpool",
                    "..agent.disk",
                    "..agent.attachment",
                    "..agent.snapshot",
                    "..agent.export",
                    "..agent.check",
                    "..agent.hypervisor",
                    "..agent.firstboot",
                    "..agent.libvirt",
                    "..agent.network",
                    "..agent.simulated")
            .and()
            .doNotBelongToAnyOf(HostDrivers.class)
            .should()
            .dependOnClassesThat(belongToAnyOf(
                            DesiredVm.class,
                            DesiredPort.class,
                            DesiredCephPool.class,
                            DesiredDisk.class,
                            DesiredAttachment.class,
                            DesiredSnapshot.class,
                            DesiredExport.class,
                            DesiredDiskCheck.class)
                    .or(resideInAnyPackage(
                            "..agent.vm",
                            "..agent.port",
                            "..agent.cephpool",
                            "..agent.disk",
                            "..agent.attachment",
                            "..agent.snapshot",
                            "..agent.export",
                            "..agent.check")))
            .because("a kind of thing is added by its driver and a line in HostDrivers");
}
