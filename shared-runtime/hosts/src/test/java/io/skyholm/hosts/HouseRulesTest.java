package io.skyholm.hosts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.PortTraffic;
import io.skyholm.runtime.testing.rules.HouseRules;

@AnalyzeClasses(packages = "io.skyholm.hosts", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule NO_KIND_IS_NAMED = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(DesiredVm.class, DesiredPort.class, PortTraffic.class)
            .because("a kind is added without a change here");
}
