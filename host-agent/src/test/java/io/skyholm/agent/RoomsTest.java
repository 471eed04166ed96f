package io.skyholm.agent;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.skyholm.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CIRCLES = slices().matching("io.skyholm.agent.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a room is understood when the rooms it stands on are");
}
