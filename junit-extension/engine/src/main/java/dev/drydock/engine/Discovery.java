package dev.drydock.engine;

import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.ScenarioReader;
import dev.drydock.scenario.Step;
import dev.drydock.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.PackageSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.discovery.UriSelector;

/** Turns selectors into descriptors; never throws, what cannot be read becomes a failing test. */
final class Discovery {

    private final TestDescriptor engine;
    private final Set<UniqueId> known = new HashSet<>();

    Discovery(TestDescriptor engine) {
        this.engine = engine;
    }

    void resolve(EngineDiscoveryRequest request) {
        request.getSelectorsByType(ClassSelector.class).forEach(selector -> ofClass(selector.getJavaClass()));
        request.getSelectorsByType(PackageSelector.class)
                .forEach(selector -> ScenarioPaths.onClassPath(
                                selector.getPackageName().replace('.', '/'))
                        .forEach(path -> path(engine, path)));
        request.getSelectorsByType(ClasspathRootSelector.class)
                .forEach(selector ->
                        ScenarioPaths.of(selector.getClasspathRoot()).ifPresent(path -> path(engine, path)));
        request.getSelectorsByType(ClasspathResourceSelector.class)
                .forEach(selector -> ScenarioPaths.onClassPath(selector.getClasspathResourceName())
                        .forEach(path -> path(engine, path)));
        request.getSelectorsByType(FileSelector.class).forEach(selector -> {
            if (ScenarioPaths.isScenarioFile(selector.getPath())) {
                file(engine, selector.getPath());
            }
        });
        request.getSelectorsByType(DirectorySelector.class).forEach(selector -> path(engine, selector.getPath()));
        request.getSelectorsByType(UriSelector.class)
                .forEach(selector -> ScenarioPaths.of(selector.getUri()).ifPresent(path -> path(engine, path)));
        request.getSelectorsByType(UniqueIdSelector.class).forEach(selector -> uniqueId(selector.getUniqueId()));
    }

    private void ofClass(Class<?> type) {
        AnnotationSupport.findAnnotation(type, Scenarios.class).ifPresent(annotation -> {
            UniqueId id = engine.getUniqueId().append(ClassDescriptor.SEGMENT, type.getName());
            if (!known.add(id)) {
                return;
            }
            ClassDescriptor container = new ClassDescriptor(id, type);
            engine.addChild(container);
            for (String name : annotation.value()) {
                List<Path> paths = ScenarioPaths.named(name);
                if (paths.isEmpty()) {
                    unreadable(
                            container,
                            Path.of(name),
                            name,
                            "\"" + name + "\" in @Scenarios of " + type.getName()
                                    + " is neither on the class path nor below the working directory "
                                    + Path.of("").toAbsolutePath());
                }
                paths.forEach(path -> path(container, path));
            }
        });
    }

    private void path(TestDescriptor parent, Path path) {
        if (!Files.isDirectory(path)) {
            if (ScenarioPaths.isScenarioFile(path)) {
                file(parent, path);
            }
            return;
        }
        try {
            ScenarioPaths.below(path).forEach(file -> file(parent, file));
        } catch (IOException | java.io.UncheckedIOException e) {
            unreadable(parent, path, ScenarioPaths.shown(path), "the folder cannot be read: " + e.getMessage());
        }
    }

    private void unreadable(TestDescriptor parent, Path path, String shown, String message) {
        UniqueId id = parent.getUniqueId().append(UnreadableDescriptor.SEGMENT, shown);
        if (known.add(id)) {
            parent.addChild(new UnreadableDescriptor(id, shown, path, message));
        }
    }

    private void file(TestDescriptor parent, Path file) {
        String shown = ScenarioPaths.shown(file);
        UniqueId id = parent.getUniqueId().append(FileDescriptor.SEGMENT, shown);
        if (!known.add(id)) {
            return;
        }
        FileDescriptor container = new FileDescriptor(id, file, shown);
        parent.addChild(container);
        try {
            for (Scenario scenario : ScenarioReader.read(file)) {
                container.addChild(ofScenario(id, scenario, file));
            }
        } catch (YamlException e) {
            fail(container, shown, file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            fail(container, shown, file, "error: " + shown + ": cannot be read: " + e.getMessage());
        }
    }

    private static void fail(FileDescriptor container, String shown, Path file, String message) {
        UniqueId id = container.getUniqueId().append(UnreadableDescriptor.SEGMENT, "file");
        container.addChild(new UnreadableDescriptor(id, shown, file, message));
    }

    private static ScenarioDescriptor ofScenario(UniqueId file, Scenario scenario, Path path) {
        UniqueId id = file.append(ScenarioDescriptor.SEGMENT, scenario.name());
        ScenarioDescriptor container = new ScenarioDescriptor(id, scenario, path, String.valueOf(path.getFileName()));
        int index = 0;
        for (Step step : scenario.steps()) {
            UniqueId stepId = id.append(StepDescriptor.SEGMENT, Integer.toString(++index));
            container.addChild(new StepDescriptor(stepId, index, step.name(), path, step.location()));
        }
        return container;
    }

    /** A run again of a file, a scenario or a step: the file is read, and what was not asked for is dropped. */
    private void uniqueId(UniqueId wanted) {
        List<UniqueId.Segment> segments = wanted.getSegments();
        if (segments.isEmpty() || !segments.get(0).getValue().equals(DrydockTestEngine.ID) || segments.size() < 2) {
            return;
        }
        UniqueId.Segment first = segments.get(1);
        UniqueId id = engine.getUniqueId().append(first);
        if (known.contains(id)) {
            return;
        }
        if (first.getType().equals(FileDescriptor.SEGMENT)) {
            file(engine, Path.of(first.getValue()));
        } else if (first.getType().equals(ClassDescriptor.SEGMENT)) {
            ReflectionSupport.tryToLoadClass(first.getValue()).toOptional().ifPresent(this::ofClass);
        }
        engine.getChildren().stream()
                .filter(child -> child.getUniqueId().equals(id))
                .forEach(child -> keepOnly(child, wanted));
    }

    private static void keepOnly(TestDescriptor descriptor, UniqueId wanted) {
        for (TestDescriptor child : new ArrayList<>(descriptor.getChildren())) {
            boolean above = wanted.hasPrefix(child.getUniqueId());
            boolean below = child.getUniqueId().hasPrefix(wanted);
            if (!above && !below) {
                descriptor.removeChild(child);
            } else if (above) {
                keepOnly(child, wanted);
            }
        }
    }
}
