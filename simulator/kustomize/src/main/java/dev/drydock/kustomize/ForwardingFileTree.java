package dev.drydock.kustomize;

import java.util.List;
import org.apiguardian.api.API;

/** A tree that answers as another one does, but for what it overrides. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface ForwardingFileTree extends FileTree {

    /** The other tree. */
    FileTree tree();

    @Override
    default Kind kind(String path) {
        return tree().kind(path);
    }

    @Override
    default byte[] read(String path) {
        return tree().read(path);
    }

    @Override
    default List<String> list(String path) {
        return tree().list(path);
    }

    @Override
    default String readLink(String path) {
        return tree().readLink(path);
    }
}
