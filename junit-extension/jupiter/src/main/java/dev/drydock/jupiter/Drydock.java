package dev.drydock.jupiter;

import dev.drydock.flux.repository.Content;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.scenario.testing.Manifests;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** Short words for tests, to be imported statically. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Drydock {

    private static final StackWalker CALLERS = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private Drydock() {}

    /** A ServiceAccount as a user. */
    public static UserInfo serviceAccount(String namespace, String name) {
        return UserInfo.serviceAccount(namespace, name);
    }

    /** A user with groups. */
    public static UserInfo user(String name, String... groups) {
        return UserInfo.named(name, List.of(groups));
    }

    /** The objects of a file or folder, found as {@link DrydockTest#value} finds it. */
    public static List<MapNode> manifest(String file) {
        return Manifests.read(new TestFiles(CALLERS.getCallerClass()).find(file));
    }

    /** The objects of a text. */
    public static List<MapNode> yaml(String text) {
        return Manifests.parse(text);
    }

    /** The content of a folder, found as {@link DrydockTest#value} finds it. */
    public static Content folder(String folder) {
        return new TestFiles(CALLERS.getCallerClass()).content(folder);
    }

    /** A tree of text files by path. */
    public static Content files(Map<String, String> texts) {
        Map<String, Content.Entry> entries = new TreeMap<>();
        texts.forEach((path, text) -> entries.put(path, Content.File.of(text)));
        return new Content(entries);
    }
}
