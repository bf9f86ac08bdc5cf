package dev.drydock.engine;

import dev.drydock.yaml.Location;
import java.nio.file.Path;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** One step of a scenario. */
final class StepDescriptor extends AbstractTestDescriptor {

    static final String SEGMENT = "step";

    private final int index;

    StepDescriptor(UniqueId id, int index, String name, Path file, Location location) {
        super(id, name, sourceOf(file, location));
        this.index = index;
    }

    static TestSource sourceOf(Path file, Location location) {
        return location.isKnown()
                ? FileSource.from(file.toFile(), FilePosition.from(location.line(), Math.max(1, location.column())))
                : FileSource.from(file.toFile());
    }

    int index() {
        return index;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
