package dev.drydock.engine;

import java.nio.file.Path;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FileSource;

/** A scenario file. */
final class FileDescriptor extends AbstractTestDescriptor {

    static final String SEGMENT = "file";

    FileDescriptor(UniqueId id, Path file, String shown) {
        super(id, shown, FileSource.from(file.toFile()));
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
