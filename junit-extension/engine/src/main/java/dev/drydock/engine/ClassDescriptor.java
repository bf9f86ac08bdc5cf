package dev.drydock.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A class that names scenario files; build tools look for classes and report by them. */
final class ClassDescriptor extends AbstractTestDescriptor {

    static final String SEGMENT = "class";

    ClassDescriptor(UniqueId id, Class<?> type) {
        super(id, type.getSimpleName(), ClassSource.from(type));
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
