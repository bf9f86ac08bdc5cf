package dev.drydock.engine;

import java.nio.file.Path;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Stands for what cannot be read; always fails with the message. */
final class UnreadableDescriptor extends AbstractTestDescriptor {

    static final String SEGMENT = "unreadable";

    private final String message;

    UnreadableDescriptor(UniqueId id, String shown, Path file, String message) {
        super(id, shown + " can be read", FileSource.from(file.toFile()));
        this.message = message;
    }

    String message() {
        return message;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
