package io.skyholm.network;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.skyholm.events.host.DesiredState;
import io.skyholm.runtime.testing.rules.HouseRules;

/** The network is built as the house is. */
@AnalyzeClasses(packages = "io.skyholm.network", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule PORTS_ON_HOSTS_ARE_NAMED_IN_THEIR_ROOMS = noClasses()
            .that()
            .resideOutsideOfPackages("..network.port", "..network.host", "..network.instance", "..network.traffic")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(DesiredState.class)
            .because("what every kind of thing on hosts has is in shared-hosts");
}
