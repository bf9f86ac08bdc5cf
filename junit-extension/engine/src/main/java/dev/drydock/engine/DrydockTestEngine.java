package dev.drydock.engine;

import org.apiguardian.api.API;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/**
 * Runs scenario files on the JUnit Platform: a container a file, a container a scenario, a test a step.
 *
 * <p>A file that cannot be read is a failing test. Selectors: classes with {@link Scenarios}, packages, files, folders, class
 * path resources and roots, URIs, and unique ids.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DrydockTestEngine implements TestEngine {

    /** The id of this engine. */
    public static final String ID = "drydock";

    /** Made by the platform. */
    public DrydockTestEngine() {}

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        EngineDescriptor engine = new EngineDescriptor(uniqueId, "Drydock");
        new Discovery(engine).resolve(request);
        return engine;
    }

    @Override
    public void execute(ExecutionRequest request) {
        new Execution(request.getEngineExecutionListener()).run(request.getRootTestDescriptor());
    }
}
