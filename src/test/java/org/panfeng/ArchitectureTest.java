package org.panfeng;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** The picture of the packages, kept true. */
@AnalyzeClasses(packages = "org.panfeng", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule aBoxUsesOnlyWhatStandsBelowIt = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("root")
            .definedBy("org.panfeng")
            .layer("jobs")
            .definedBy("org.panfeng.jobs")
            .layer("web")
            .definedBy("org.panfeng.web")
            .layer("sandbox")
            .definedBy("org.panfeng.sandbox")
            .layer("report")
            .definedBy("org.panfeng.report")
            .layer("notice")
            .definedBy("org.panfeng.notice")
            .layer("calendar")
            .definedBy("org.panfeng.calendar")
            .layer("study")
            .definedBy("org.panfeng.study")
            .layer("picture")
            .definedBy("org.panfeng.picture")
            .layer("programme")
            .definedBy("org.panfeng.programme")
            .layer("people")
            .definedBy("org.panfeng.people")
            .layer("chat")
            .definedBy("org.panfeng.chat")
            .layer("telegram")
            .definedBy("org.panfeng.telegram")
            .layer("mailbox")
            .definedBy("org.panfeng.mailbox")
            .layer("batch")
            .definedBy("org.panfeng.batch")
            .layer("storage")
            .definedBy("org.panfeng.storage")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("jobs")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("sandbox")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("batch")
            .mayOnlyBeAccessedByLayers("study", "programme", "people", "chat", "mailbox")
            .whereLayer("storage")
            .mayOnlyBeAccessedByLayers("root", "study")
            .whereLayer("telegram")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("root", "jobs", "web")
            .whereLayer("notice")
            .mayOnlyBeAccessedByLayers("root", "jobs", "web")
            .whereLayer("calendar")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("study")
            .mayOnlyBeAccessedByLayers("root", "jobs", "web", "report", "notice", "calendar")
            .whereLayer("picture")
            .mayOnlyBeAccessedByLayers("root", "jobs", "web", "report", "notice", "calendar", "study")
            .whereLayer("programme")
            .mayOnlyBeAccessedByLayers("root", "jobs", "web", "report", "notice", "calendar", "study")
            .whereLayer("people")
            .mayOnlyBeAccessedByLayers("root", "jobs", "web", "report", "notice", "calendar", "study", "programme")
            .whereLayer("chat")
            .mayOnlyBeAccessedByLayers(
                    "root", "jobs", "web", "report", "notice", "calendar", "study", "programme", "people", "picture");

    @ArchTest
    static final ArchRule onlyTheTelegramPackageKnowsTheLibrary = noClasses()
            .that(resideOutsideOfPackages("org.panfeng.telegram"))
            .should()
            .dependOnClassesThat(resideInAPackage("org.telegram.."))
            .because("everything else speaks of mail, so that it can be told and tested without Telegram");

    @ArchTest
    static final ArchRule theSandboxReachesTheRestOverHttpOnly = noClasses()
            .that(resideInAPackage("org.panfeng.sandbox"))
            .should()
            .dependOnClassesThat(resideInAPackage("org.panfeng..").and(resideOutsideOfPackages("org.panfeng.sandbox")))
            .because("what people try must be the path that production takes");

    @ArchTest
    static final ArchRule picturesOnlySayWhatTheyAreGiven = noClasses()
            .that(resideInAPackage("org.panfeng.picture"))
            .should()
            .dependOnClassesThat(resideInAPackage("org.panfeng..")
                    .and(resideOutsideOfPackages("org.panfeng.picture", "org.panfeng.chat")))
            .because("they are drawn without a database and without Telegram");

    @ArchTest
    static final ArchRule quartzStaysInJobs = noClasses()
            .that(resideOutsideOfPackages("org.panfeng.jobs", "org.panfeng"))
            .should()
            .dependOnClassesThat(resideInAPackage("org.quartz.."))
            .because("Quartz says when, our tables say whether");

    @ArchTest
    static final ArchRule nobodyAsksTheSystemWhatTimeItIs = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time comes in as an argument, from the one clock");

    @ArchTest
    static final ArchRule onlyTheCommandLineMakesClocks = noClasses()
            .that(resideOutsideOfPackages("org.panfeng"))
            .should()
            .callMethod(Clock.class, "systemUTC")
            .because("the clock is injected");

    @ArchTest
    static final ArchRule everythingIsNonNullUnlessItSaysSo = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith(org.jspecify.annotations.NullMarked.class);
}
