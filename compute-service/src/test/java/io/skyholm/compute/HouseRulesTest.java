package io.skyholm.compute;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.skyholm.events.host.DesiredState;
import io.skyholm.runtime.testing.rules.HouseRules;

/** Compute is built as the house is. */
@AnalyzeClasses(packages = "io.skyholm.compute", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule INSTANCES_CHANGE_THEMSELVES = noClasses()
            .should()
            .setFieldWhere(DescribedPredicate.describe(
                    "the field is another class's and keeps an instance's state",
                    access -> access.getTargetOwner().getPackageName().equals("io.skyholm.compute.instance")
                            && !access.getTargetOwner().equals(access.getOriginOwner())))
            .because("a state that several classes write has no place where its rules stand");

    /** A machine of the inventory is empty when it holds no virtual machine: that is all that {@code heartbeat} knows of them. */
    @ArchTest
    static final ArchRule MACHINES_ON_HOSTS_ARE_NAMED_IN_THEIR_ROOMS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..compute.vm",
                    "..compute.instance",
                    "..compute.lifecycle",
                    "..compute.part",
                    "..compute.heartbeat",
                    "..compute.console")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(DesiredState.class)
            .because("what every kind of thing on hosts has is in shared-hosts");
}
