package dev.drydock.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a simulated cluster.
 *
 * <p>The manifests are applied as cluster-admin once for the class, and the cluster settles. Every test that asks for a
 * {@link dev.drydock.scenario.testing.Cluster} gets a copy of its own, which costs next to nothing; so does every
 * {@code @BeforeEach} and {@code @AfterEach} method of that test, which get the same copy.
 *
 * <pre>{@code
 * @DrydockTest("platform/")
 * class TenantTest {
 *
 *     @Test
 *     void a_tenant_cannot_deploy_a_cluster_role(Cluster cluster) { … }
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(DrydockExtension.class)
public @interface DrydockTest {

    /**
     * Files and folders of manifests, applied in this order as cluster-admin; first looked for on the class path beside the
     * test class, then below the working directory.
     */
    String[] value() default {};

    /** Whether Flux runs with the multi-tenancy lockdown; otherwise as a plain {@code flux install} leaves it. */
    boolean lockdown() default true;

    /** What sources serve. */
    Repository[] repositories() default {};

    /** The seed that decides every order which the real system leaves open; zero is the default order. */
    long seed() default 0;

    /**
     * Content under a URL.
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    @Target({})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Repository {

        /** The URL, as {@code spec.url} of a source has it. */
        String url();

        /** The branch. */
        String branch() default "main";

        /** The folder whose content is served, found as the manifests are. */
        String directory();
    }
}
