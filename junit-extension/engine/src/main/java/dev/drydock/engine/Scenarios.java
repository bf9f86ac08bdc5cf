package dev.drydock.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.platform.commons.annotation.Testable;

/**
 * Runs scenario files as tests. Surefire passes classes only, so one class says where they are:
 *
 * <pre>{@code
 * @Scenarios("scenarios")
 * class ScenariosTest {}
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Testable
public @interface Scenarios {

    /** Files, and folders in which every {@code *.scenario.yaml} is found; on the class path or below the working directory. */
    String[] value();
}
