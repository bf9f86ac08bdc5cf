package dev.drydock.scenarios;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.apiguardian.api.API;

/** The house rules that the compiler does not hold. */
@AnalyzeClasses(packages = "dev.drydock", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule rooms_know_only_what_they_stand_on = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.drydock..")
            .layer("kernel")
            .definedBy("dev.drydock.kernel..")
            .layer("yaml")
            .definedBy("dev.drydock.yaml..")
            .layer("cel")
            .definedBy("dev.drydock.cel..")
            .layer("kubernetes")
            .definedBy("dev.drydock.kubernetes..")
            .layer("kustomize")
            .definedBy("dev.drydock.kustomize..")
            .layer("helm")
            .definedBy("dev.drydock.helm..")
            .layer("flux")
            .definedBy("dev.drydock.flux..")
            .layer("scenario")
            .definedBy("dev.drydock.scenario..")
            .layer("conformance")
            .definedBy("dev.drydock.conformance..")
            .layer("cli")
            .definedBy("dev.drydock.cli..")
            .layer("junit")
            .definedBy("dev.drydock.assertions..", "dev.drydock.jupiter..", "dev.drydock.engine..")
            .whereLayer("kernel")
            .mayNotAccessAnyLayer()
            .whereLayer("yaml")
            .mayNotAccessAnyLayer()
            .whereLayer("cel")
            .mayOnlyAccessLayers("yaml")
            .whereLayer("kubernetes")
            .mayOnlyAccessLayers("kernel", "yaml", "cel")
            .whereLayer("kustomize")
            .mayOnlyAccessLayers("yaml")
            .whereLayer("helm")
            .mayOnlyAccessLayers("yaml")
            .whereLayer("flux")
            .mayOnlyAccessLayers("kernel", "yaml", "cel", "kubernetes", "kustomize", "helm")
            .whereLayer("scenario")
            .mayOnlyBeAccessedByLayers("conformance", "cli", "junit")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .because("Kubernetes never hears of Flux, and kustomize never of a cluster");

    @ArchTest
    static final ArchRule nothing_but_the_kernel_knows_time_and_chance = noClasses()
            .that()
            .resideOutsideOfPackages("dev.drydock.kernel..", "dev.drydock.cli..", "dev.drydock.benchmarks..")
            .should()
            .callMethodWhere(readsTheClock())
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("the same scenario and seed give the same bytes; the command line may time itself");

    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return DescribedPredicate.describe("read the clock", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            boolean now = name.equals("now") && owner.startsWith("java.time.");
            boolean system =
                    owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime"));
            boolean chance = owner.equals("java.util.UUID") && name.equals("randomUUID");
            boolean random = owner.equals("java.lang.Math") && name.equals("random");
            return now || system || chance || random;
        });
    }

    @ArchTest
    static final ArchRule nothing_runs_beside = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.drydock.engine..", // asks the thread for its class loader
                    "dev.drydock.cli..") // runs worlds that know nothing of each other
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.util.concurrent.locks..")
                    .or(DescribedPredicate.describe(
                            "threads",
                            type -> type.isAssignableTo(Thread.class)
                                    || type.getName().startsWith("java.util.concurrent.Executor"))))
            .because("simulated time has one thread");

    @ArchTest
    static final ArchRule only_the_command_line_prints = noClasses()
            .that()
            .resideOutsideOfPackage("dev.drydock.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a library does not write on somebody's terminal");

    @ArchTest
    static final ArchRule public_types_say_how_stable_they_are = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .resideInAnyPackage(
                    "dev.drydock.kernel",
                    "dev.drydock.yaml",
                    "dev.drydock.kubernetes",
                    "dev.drydock.kustomize",
                    "dev.drydock.flux",
                    "dev.drydock.scenario",
                    "dev.drydock.assertions",
                    "dev.drydock.jupiter",
                    "dev.drydock.engine")
            .should()
            .beAnnotatedWith(API.class)
            .because("users read @API before they rely on a type");

    @ArchTest
    static final ArchRule flux_reaches_the_cluster_through_its_door = noClasses()
            .that()
            .resideInAPackage("dev.drydock.flux..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.drydock.kubernetes.server..", "dev.drydock.kubernetes.store..")
            .because("RBAC applies to everything by construction");
}
