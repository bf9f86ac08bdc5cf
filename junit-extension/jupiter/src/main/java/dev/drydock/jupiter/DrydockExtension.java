package dev.drydock.jupiter;

import dev.drydock.kernel.Seed;
import dev.drydock.scenario.Profile;
import dev.drydock.scenario.testing.Cluster;
import dev.drydock.scenario.testing.Manifests;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Sets up the cluster of a class and hands copies of it to its tests. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DrydockExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(DrydockExtension.class);

    /** Made by JUnit. */
    public DrydockExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        if (context.getTestMethod().isEmpty()) {
            return ofClass(context);
        }
        return store.getOrComputeIfAbsent(
                "cluster of the test", key -> ofClass(context).fork(), Cluster.class);
    }

    /** The cluster that the outermost annotated class set up; nested classes share it. */
    private static Cluster ofClass(ExtensionContext context) {
        ExtensionContext owner = context;
        for (ExtensionContext c = context;
                c.getParent().isPresent();
                c = c.getParent().get()) {
            boolean annotated = c.getTestClass()
                    .filter(type -> AnnotationSupport.isAnnotated(type, DrydockTest.class))
                    .isPresent();
            if (annotated && c.getTestMethod().isEmpty()) {
                owner = c;
            }
        }
        ExtensionContext classContext = owner;
        return owner.getStore(NAMESPACE)
                .getOrComputeIfAbsent("cluster of the class", key -> setUp(classContext), Cluster.class);
    }

    private static Cluster setUp(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        DrydockTest settings = AnnotationSupport.findAnnotation(type, DrydockTest.class)
                .orElseThrow(() -> new ExtensionConfigurationException(
                        type.getName() + " asks for a Cluster and has no @DrydockTest"));
        Profile profile = settings.lockdown() ? Profile.DEFAULT : Profile.DEFAULT.open();
        Cluster cluster = Cluster.start(profile, List.of(), new Seed(settings.seed()));
        TestFiles files = new TestFiles(type);
        for (DrydockTest.Repository repository : settings.repositories()) {
            cluster.push(repository.url(), repository.branch(), files.content(repository.directory()));
        }
        for (String manifest : settings.value()) {
            cluster.admin().apply(Manifests.read(files.find(manifest)));
        }
        return cluster.settle();
    }
}
